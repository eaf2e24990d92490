import { headerValue } from '../../http/headers.ts';
import { readBasic, type BasicFault } from '../../oauth/basic-credentials.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt } from '../client-refusal.ts';
import { isClientRefused, isRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

const words: Readonly<Record<BasicFault, string>> = {
  no_scheme: 'The Authorization header has credentials and not the scheme Basic.',
  bearer_scheme: 'The Authorization header says Bearer and holds the credentials of Basic.',
  empty: 'The Authorization header says Basic and holds no credentials.',
  not_base64: 'The Authorization header is not valid base64.',
  no_colon: 'The Authorization header has no colon between client_id and client_secret.',
  encoded_twice: 'The credentials in the Authorization header are base64-encoded twice.',
  white_space: 'White space or a line break got into the Authorization header.',
  empty_secret: 'The Authorization header has an empty client_secret.',
  not_form_encoded:
    'The client_id or client_secret has a “+”, “%” or letter beyond ASCII and is not form-encoded in the Authorization header, so that a server reads another value.',
};

export const clientBasicMalformed = defineRule({
  id: 'client-basic-malformed',
  title: 'The Authorization header with the client’s credentials is not built correctly',
  severity: 'error',
  why: 'The server decodes the header to compare id and secret; what it cannot decode it refuses.',
  fix: 'Build it as Basic and base64 of form-encoded client_id, a colon, form-encoded client_secret, on one line; or use client_secret_post if it is allowed.',
  sources: [rfc(6749, '2.3.1'), rfc(7617, '2')],
  needs: ['clientCall', 'flow'],
  check({ clientCall, flow }) {
    const { basicFault, methods } = clientCall.authentication;
    if (!methods.includes('client_secret_basic')) return notApplicable;
    const evidence = credentialsAt(clientCall);
    const asked = flow.authorizationRequest?.params.get('client_id') ?? clientCall.params.get('client_id');
    const inHeader = readBasic(headerValue(clientCall.exchange.requestHeaders, 'authorization'));
    const isSwapped = asked !== undefined && inHeader?.secret === asked && inHeader.clientId !== asked;
    const inForm = clientCall.params.get('client_id');
    const isOther =
      !isSwapped && inForm !== undefined && inHeader?.clientId !== undefined && inForm !== inHeader.clientId;
    if (basicFault === undefined && !isSwapped && !isOther) return pass;
    // What a server let in was right for it: an empty secret is how some public clients name themselves.
    if (!isRefused(clientCall)) return notApplicable;
    const sentence =
      basicFault !== undefined
        ? words[basicFault]
        : isSwapped
          ? 'The Authorization header has client_id and client_secret in each other’s place.'
          : 'The Authorization header names another client than the form does.';
    const isBlamed = isClientRefused(clientCall) || clientCall.error?.code === 'invalid_request';
    if (!isBlamed) return notApplicable;
    const weight = basicFault === 'not_form_encoded' ? 0.6 : 0.95;
    return fail(evidence, { suspicion: { cause: 'client_auth_malformed', weight, evidence, sentence } });
  },
});
