import type { Evidence } from '../../http/evidence.ts';
import type { Exchange } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { errorCode } from '../../oauth/error-codes.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, type RuleOutcome } from '../rule.ts';

/** Errors of a registration (RFC 7591 §3.2.2), and the member at fault where the code tells. */
const members: ReadonlyMap<string, string | undefined> = new Map([
  ['invalid_redirect_uri', 'redirect_uris'],
  ['invalid_client_metadata', undefined],
  ['invalid_software_statement', 'software_statement'],
  ['unapproved_software_statement', 'software_statement'],
]);

export const clientRegistrationFailed = defineRule({
  id: 'client-registration-failed',
  title: 'The server refuses to register the client',
  severity: 'error',
  why: 'Without a client_id no login can begin.',
  fix: 'Correct the member that the answer names (redirect_uris must fit application_type), or register the client by hand.',
  sources: [rfc(7591, '3.2.2')],
  needs: ['failure'],
  check({ failure: { message, error } }) {
    if (message.kind !== 'registration' || error === undefined) return notApplicable;
    const known = errorCode(error.code ?? '');
    if (
      message.exchange.status === 401 ||
      known?.code === 'invalid_token' ||
      known?.code === 'invalid_client'
    )
      return notLetIn(message.exchange, error.at);
    if (known === undefined || !members.has(known.code)) return notApplicable;
    const member = members.get(known.code);
    const evidence = member === undefined ? [error.at] : [at(message, member), error.at];
    const sentence = `The server refused to register the client: ${known.meaning}`;
    return fail(evidence, { suspicion: { cause: 'request_malformed', weight: 0.97, evidence, sentence } });
  },
});

/** Whoever may register shows a token that was handed out for it (RFC 7591 §3). */
function notLetIn({ id, known, requestHeaders }: Exchange, answer: Evidence): RuleOutcome {
  const evidence = [{ exchange: id, part: 'request_header', name: 'authorization' }, answer] as const;
  const isMissing = headerValue(requestHeaders, 'authorization') === undefined;
  const sentence = isMissing
    ? `The registration endpoint wants an initial access token${known.requestHeaders ? ', and the request has none' : ''}.`
    : 'The registration endpoint does not accept the initial access token.';
  return fail(evidence, {
    suspicion: {
      cause: 'access_token_invalid',
      weight: 0.92,
      evidence,
      sentence,
      fix: 'Send an initial access token of this server as Authorization: Bearer, or register the client by hand.',
      decidedBy: 'Ask who runs the server whether anybody may register, and with which token.',
    },
  });
}
