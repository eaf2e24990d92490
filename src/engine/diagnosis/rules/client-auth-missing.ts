import { isJsonObject, stringMember } from '../../http/json.ts';
import { isAt } from '../../http/url.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt, lastSuccess, saidOf, saysOtherwise } from '../client-refusal.ts';
import { isClientRefused } from '../refusal.ts';
import { cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const clientAuthMissing = defineRule({
  id: 'client-auth-missing',
  title: 'The client must authenticate, and the request has no credentials',
  severity: 'error',
  why: 'A confidential client that sends no credentials is refused before anything else is looked at.',
  fix: 'Send the client’s credentials by the registered method, or register the client as public and use PKCE.',
  sources: [rfc(6749, '2.3'), rfc(6749, '3.2.1'), rfc(6749, '5.2')],
  needs: ['clientCall', 'said', 'surroundings'],
  check({ clientCall, said, surroundings }) {
    const { exchange, authentication } = clientCall;
    // Some servers say it of the client with a code of their own.
    const refusesClient = isClientRefused(clientCall) || saidOf(said, 'client_secret_wrong') >= 0.5;
    if (!refusesClient) return notApplicable;
    if (authentication.methods.length > 0) return pass;
    if (!exchange.known.requestHeaders || !exchange.known.requestBody)
      return cannotTell('The request was not captured whole, so credentials may have been there.');
    // A client certificate cannot be seen in HTTP.
    const aliases = surroundings.metadataAt(exchange.url)?.document['mtls_endpoint_aliases'];
    if (isJsonObject(aliases) && isAt(stringMember(aliases, 'token_endpoint'), exchange.url))
      return notApplicable;
    if (authentication.mayShowCertificate) return notApplicable;
    if (saysOtherwise(said, 'client_secret_missing', 'client_auth_method_wrong')) return notApplicable;
    if (lastSuccess(clientCall, surroundings)?.authentication.methods.length === 0) return notApplicable;
    const evidence = credentialsAt(clientCall);
    const weight = saidOf(said, 'client_secret_missing') >= 0.9 ? 0.95 : 0.8;
    return fail(evidence, { suspicion: { cause: 'client_secret_missing', weight, evidence } });
  },
});
