import type { Metadata } from '../../providers/authority-of.ts';
import { listsEndpoint } from '../../providers/metadata-endpoints.ts';
import { rfc } from '../../oauth/source.ts';
import type { Evidence } from '../../http/evidence.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { authoritiesProof } from '../proofs.ts';
import { isRefused } from '../refusal.ts';
import { defineRule, fail, cannotTell, notApplicable, pass, passBecause } from '../rule.ts';

export const asMismatchAuthorizeToken = defineRule({
  id: 'as-mismatch-authorize-token',
  title: 'The code was issued by one authorization server and redeemed at another',
  severity: 'error',
  why: 'A code is known only to the authorization server that issued it.',
  fix: 'Configure one issuer and take both endpoints from its discovery document.',
  sources: [rfc(6749, '2.2'), rfc(8414, '2'), rfc(9700, '4.4.2')],
  rulesOut: 'tenant',
  needs: ['authorizationRequest', 'authorizationResponse', 'tokenRequest', 'surroundings'],
  check({ authorizationRequest, authorizationResponse, tokenRequest, surroundings }) {
    if (tokenRequest.params.get('code') !== authorizationResponse.params.get('code')) return notApplicable;
    const named = authorizationResponse.params.find('iss');
    const issuing =
      (named === undefined ? undefined : surroundings.metadataOf(named.value)) ??
      surroundings.metadataAt(authorizationRequest.exchange.url);
    const redeeming = surroundings.metadataAt(tokenRequest.exchange.url);
    if (issuing === undefined) return cannotTell('No discovery document of the issuing server was captured.');
    if (listsEndpoint(issuing.document, tokenRequest.exchange.url))
      return passBecause('the token endpoint belongs to the issuer');
    // One issuer may have several documents, as for each user flow.
    if (redeeming?.issuer === issuing.issuer) return pass;
    const from = named?.at ?? url(authorizationRequest.exchange.id);
    const evidence = [from, url(tokenRequest.exchange.id)] as const;
    if (!isRefused(tokenRequest)) return fail(evidence, { severity: 'warning' });
    const other = nameOf(tokenRequest, redeeming);
    return fail(evidence, {
      suspicion: {
        cause: 'tenant_mismatch',
        weight: 0.97,
        sentence: `The code was issued by ${issuing.issuer} and redeemed at another authorization server: ${other}.`,
        evidence,
        proof: authoritiesProof(
          ['code issued by', from, issuing.issuer],
          ['code redeemed at', evidence[1], other],
        ),
        fix: 'Take the token endpoint from the discovery document of the issuer that issued the code; correct the tenant or environment setting of whatever makes the token request.',
      },
    });
  },
});

function url(exchange: string): Evidence {
  return { exchange, part: 'url', name: '' };
}

function nameOf(tokenRequest: TokenRequest, metadata: Metadata | undefined): string {
  return metadata?.issuer ?? tokenRequest.endpoint;
}
