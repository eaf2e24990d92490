import { stringMember } from '../../http/json.ts';
import { isIssuer, issuerDifference } from '../../oauth/issuer.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { listsEndpoint } from '../../providers/metadata-endpoints.ts';
import { valuesProof } from '../proofs.ts';
import { cannotTell, defineRule, fail, passBecause } from '../rule.ts';

export const idTokenIssuerMismatch = defineRule({
  id: 'id-token-issuer-mismatch',
  title: 'The ID token names another issuer than the server’s discovery document',
  severity: 'error',
  why: 'A client must refuse an ID token whose iss is not exactly the issuer it is configured with.',
  fix: 'Set the client’s issuer to the one in the token’s own discovery document, or use one domain for discovery, authorization and token requests.',
  sources: [oidcCore('3.1.3.7', 'IDTokenValidation'), rfc(8414, '3.3')],
  needs: ['idTokens', 'flow', 'surroundings'],
  check({ idTokens: [first], flow, surroundings }) {
    const asked = flow.authorizationRequest?.exchange.url;
    const endpoint = first.message.kind === 'token_request' ? first.message.exchange.url : asked;
    const metadata =
      (endpoint === undefined ? undefined : surroundings.metadataAt(endpoint)) ??
      (asked === undefined ? undefined : surroundings.metadataAt(asked));
    if (metadata === undefined) return cannotTell('No discovery document of the server was captured.');
    const iss = stringMember(first.claims, 'iss');
    if (iss === undefined || isHidden(iss)) return cannotTell('The issuer of the ID token cannot be read.');
    if (isIssuer(iss, metadata.issuer)) return passBecause('the same as in the discovery document');
    const own = surroundings.metadataOf(iss);
    if (own !== undefined && endpoint !== undefined && listsEndpoint(own.document, endpoint))
      return passBecause('one of the server’s own issuers');
    // An app that went on with the tokens does not mind, or was set up for this issuer.
    const isUsed = flow.messages.some(
      (message) =>
        (message.kind === 'userinfo' && message.error === undefined) ||
        (message.kind === 'token_request' &&
          message.grantType === 'refresh_token' &&
          message.answer === 'success'),
    );
    const difference = issuerDifference(iss, metadata.issuer);
    return fail([first.at], {
      severity: isUsed ? 'warning' : 'error',
      suspicion: {
        cause: 'issuer_mismatch',
        weight: 0.95,
        sentence: `The ID token’s issuer is not the one in the discovery document: ${difference}.`,
        evidence: [first.at],
        proof: valuesProof(difference, ['ID token', first.at]),
      },
    });
  },
});
