import { isIssuer, issuerDifference } from '../../oauth/issuer.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { listsEndpoint } from '../../providers/metadata-endpoints.ts';
import { valuesProof } from '../proofs.ts';
import { at, cannotTell, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const responseIssInvalid = defineRule({
  id: 'response-iss-invalid',
  title: 'The issuer in the authorization response is not the server that was asked',
  severity: 'error',
  why: 'A client that talks to several servers tells by iss which one answered; a wrong or missing one may be a mix-up attack.',
  fix: 'Refuse the answer and send its code nowhere; if the server is your own, make iss and the issuer in its metadata the same string, slash included.',
  sources: [rfc(9207, '2.3'), rfc(9207, '2.4'), rfc(9700, '4.4.2.1')],
  needs: ['authorizationRequest', 'authorizationResponse', 'progress', 'surroundings'],
  check({ authorizationRequest, authorizationResponse, progress, surroundings }) {
    const { params } = authorizationResponse;
    // A signed response carries its issuer inside (JARM).
    if (params.get('response') !== undefined) return notApplicable;
    const metadata = surroundings.metadataAt(authorizationRequest.exchange.url);
    if (metadata === undefined) return cannotTell('No discovery document of the server was captured.');
    const { issuer, document } = metadata;
    const named = params.find('iss');
    const evidence = [
      named?.at ?? at(authorizationResponse, 'iss'),
      at(authorizationRequest, 'client_id'),
    ] as const;
    const severity = progress.outcome === 'succeeded' ? 'warning' : 'error';
    if (named === undefined) {
      // The message to the window may carry it beside the response.
      if (authorizationResponse.mode === 'web_message')
        return cannotTell('The page’s script says who answers.');
      if (document['authorization_response_iss_parameter_supported'] !== true) return notApplicable;
      const title = 'The authorization response lacks the iss that the server announces';
      const sentence =
        'The authorization response has no iss, although the server’s discovery document announces it, so the client must refuse it.';
      return fail(evidence, {
        severity,
        title,
        suspicion: { cause: 'issuer_mismatch', weight: 0.9, sentence, evidence },
      });
    }
    if (isHidden(named.value)) return cannotTell('The issuer was redacted.');
    if (isIssuer(named.value, issuer)) return passBecause('iss is the issuer that was asked');
    // One server may have a document for each of its names.
    const own = surroundings.metadataOf(named.value);
    if (own !== undefined && listsEndpoint(own.document, authorizationRequest.exchange.url))
      return notApplicable;
    const difference = issuerDifference(named.value, issuer);
    return fail(evidence, {
      severity,
      suspicion: {
        cause: 'issuer_mismatch',
        weight: 0.97,
        sentence: `The issuer in the authorization response is not the one that was asked: ${difference}.`,
        evidence,
        proof: valuesProof(difference, ['authorization response', evidence[0]]),
      },
    });
  },
});
