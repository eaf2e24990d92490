import { isJsonObject, stringsMember } from '../../http/json.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt, lastSuccess, saidOf } from '../client-refusal.ts';
import { isClientRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const clientAuthMethodUnsupported = defineRule({
  id: 'client-auth-method-unsupported',
  title: 'The client authenticates by a method that this server or registration does not provide for',
  severity: 'error',
  why: 'A server accepts a client’s credentials only by the methods it offers, and often only by the one registered for the client.',
  fix: 'Set the library to the registered method (Basic header, form field or signed assertion), or change the registration.',
  sources: [rfc(6749, '2.3'), rfc(6749, '5.2'), rfc(8414, '2'), rfc(8705, '5')],
  needs: ['clientCall', 'said', 'registration', 'surroundings'],
  check({ clientCall, said, registration, surroundings }) {
    const { methods } = clientCall.authentication;
    const [method] = methods;
    const document = surroundings.metadataAt(clientCall.exchange.url)?.document;
    const offered = stringsMember(document, 'token_endpoint_auth_methods_supported');
    const isOffered = method === undefined || offered === undefined || offered.includes(method);
    const evidence = credentialsAt(clientCall);
    if (!isClientRefused(clientCall)) {
      if (isOffered || clientCall.answer !== 'success') return notApplicable;
      const title = 'The client authenticates by a method that the discovery document does not list';
      return fail(evidence, { severity: 'info', title });
    }
    const suspect = (weight: number, sentence?: string) =>
      fail(evidence, {
        suspicion: {
          cause: 'client_auth_method_wrong',
          weight,
          evidence,
          ...(sentence === undefined ? {} : { sentence }),
        },
      });
    const registered = registration.method;
    if (registered !== undefined && methods.length === 1 && method !== registered) {
      return suspect(
        0.97,
        `The client authenticates with ${method}, but is registered for ${registered === 'none' ? 'no authentication (public client)' : registered}.`,
      );
    }
    if (saidOf(said, 'client_auth_method_wrong') >= 0.85) return suspect(0.95);
    if (method === undefined) {
      const aliases = document?.['mtls_endpoint_aliases'];
      if (offered?.includes('tls_client_auth') !== true || !isJsonObject(aliases)) return notApplicable;
      return suspect(
        // Where nothing but a certificate counts, its absence explains the refusal.
        offered.every((each) => each.endsWith('tls_client_auth')) ? 0.85 : 0.6,
        'The client presented no certificate: the server offers mutual TLS at another address of its token endpoint.',
      );
    }
    const before = lastSuccess(clientCall, surroundings)?.authentication.methods[0];
    if (methods.length === 1 && before !== undefined && before !== method) {
      return suspect(
        0.9,
        `The client authenticates with ${method}; its last successful request used ${before}.`,
      );
    }
    if (isOffered) return pass;
    return suspect(
      0.85,
      `The client authenticates with ${method}, which the server’s discovery document does not offer.`,
    );
  },
});
