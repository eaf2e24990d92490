import type { Evidence } from '../../http/evidence.ts';
import { textOf } from '../../http/reading.ts';
import type { Failure } from '../../flow/failure.ts';
import type { Materials } from '../materials.ts';
import { weigh, type Suspicion } from '../suspicion.ts';
import { codeSuspicions } from './by-code.ts';
import { nothingComparable } from './invalid-grant.ts';

/** What the app's callback lets through of an error that its server got out of the browser's sight; often nothing. */
export function callbackSuspicions(
  failure: Failure,
  materials: Materials,
  byRules: readonly Suspicion[],
): readonly Suspicion[] {
  const { error } = failure;
  const lost = stateLost(failure);
  if (error === undefined) return [...byRules, ...lost];
  const said = [...byRules, ...lost, ...materials.said, ...codeSuspicions(failure)];
  if (error.code === 'invalid_grant') return [...said, ...nothingComparable([error.at], materials)];
  return error.code === 'invalid_client' ? [...said, ...clientRefused(failure)] : said;
}

/** What libraries say when the answer’s state finds nothing to be compared with: express-openid-connect and nextjs-auth0, Passport, Spring, ASP.NET, Authlib, Auth.js. */
const forgotten =
  /checks\.state argument is missing|missing state cookie|state cookie was missing|unable to verify authorization request state|did not find expected authorization request details|authorization_request_not_found|mismatching_state|correlation failed|(?:no matching )?state[_ ]not[_ ]found|no matching state found/i;

function stateLost({ message, error }: Failure): readonly Suspicion[] {
  const page = textOf(message.exchange.responseBody).slice(0, 8192);
  const said = [error?.sent, error?.description, page].find((text) => forgotten.test(text ?? ''));
  if (said === undefined) return [];
  const at: Evidence = error?.at ?? { exchange: message.exchange.id, part: 'response_body', name: '' };
  return [
    {
      cause: 'state_lost',
      weight: 0.9,
      evidence: [at],
      sentence:
        'The app’s server no longer has the state of this login: its cookie or session did not come back.',
      fix: 'See that the cookie set before the login comes back to the callback: same host, Secure, SameSite=None for a form.',
    },
  ];
}

/** The server let the login start with this client_id, so it knows the client. */
function clientRefused({ error }: Failure): readonly Suspicion[] {
  const evidence = error === undefined ? [] : [error.at];
  return weigh([
    { cause: 'client_secret_wrong', weight: 0.4, evidence },
    { cause: 'client_auth_method_wrong', weight: 0.2, evidence },
    { cause: 'client_secret_expired', weight: 0.1, evidence },
    { cause: 'client_secret_missing', weight: 0.1, evidence },
  ]);
}
