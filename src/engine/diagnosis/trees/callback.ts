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
  if (error === undefined) return byRules;
  const said = [...byRules, ...materials.said, ...codeSuspicions(failure)];
  if (error.code === 'invalid_grant') return [...said, ...nothingComparable([error.at], materials)];
  return error.code === 'invalid_client' ? [...said, ...clientRefused(failure)] : said;
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
