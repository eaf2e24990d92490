import { readerOf } from '../assertion-reader.ts';
import { assertionDefect } from '../../oauth/client-assertion.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { saidOf } from '../client-refusal.ts';
import { isClientRefused, isRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const clientAssertionInvalid = defineRule({
  id: 'client-assertion-invalid',
  title: 'The client’s signed assertion does not hold',
  severity: 'error',
  why: 'The server checks the assertion’s claims, times and key before anything else.',
  fix: 'Make a fresh assertion for each request: iss and sub the client_id, aud the issuer, a short exp, a new jti, a registered key; set the clock.',
  sources: [rfc(7521, '4.2'), rfc(7523, '3'), oidcCore('9', 'ClientAuthentication')],
  needs: ['clientCall', 'said', 'flow', 'surroundings'],
  check({ clientCall, said, flow, surroundings }) {
    const { params } = clientCall;
    const assertion = params.get('client_assertion');
    if (assertion === undefined || !isRefused(clientCall)) return notApplicable;
    const isSaid = saidOf(said, 'client_assertion_invalid') >= 0.85;
    if (!isSaid && !isClientRefused(clientCall)) return notApplicable;
    const evidence = [at(clientCall, 'client_assertion')] as const;
    const jti = decodeJwt(assertion)?.claims['jti'];
    const isRepeated = (earlier: TokenRequest): boolean => {
      const sent = earlier.params.get('client_assertion');
      return sent === assertion || (jti !== undefined && decodeJwt(sent ?? '')?.claims['jti'] === jti);
    };
    const defect =
      assertionDefect(assertion, {
        type: params.get('client_assertion_type'),
        clientId: params.get('client_id') ?? flow.authorizationRequest?.params.get('client_id'),
        ...readerOf(clientCall, surroundings),
      }) ??
      (surroundings.callBefore(clientCall, isRepeated) &&
        'or its jti was sent before, and each may be used once');
    if (defect === undefined) return isSaid ? fail(evidence) : pass;
    const weight = isSaid ? 0.97 : 0.9;
    const sentence = `The client assertion ${defect}.`;
    return fail(evidence, { suspicion: { cause: 'client_assertion_invalid', weight, evidence, sentence } });
  },
});
