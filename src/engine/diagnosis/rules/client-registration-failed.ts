import { errorCode } from '../../oauth/error-codes.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

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
    const known = errorCode(error?.code ?? '');
    if (
      message.kind !== 'registration' ||
      error === undefined ||
      known === undefined ||
      !members.has(known.code)
    )
      return notApplicable;
    const member = members.get(known.code);
    const evidence = member === undefined ? [error.at] : [at(message, member), error.at];
    const sentence = `The server refused to register the client: ${known.meaning}`;
    return fail(evidence, { suspicion: { cause: 'request_malformed', weight: 0.97, evidence, sentence } });
  },
});
