import type { Failure } from '../flow/failure.ts';
import { saidOf } from './client-refusal.ts';
import type { Materials } from './materials.ts';

/** True when the authorization endpoint, or the one for pushed requests, refuses the redirect_uri and says so. */
export function asksForRedirect({ place, error }: Failure, said: Materials['said']): boolean {
  if (error === undefined) return false;
  const isAsked =
    place === 'authorization_endpoint' ||
    place === 'authorization_response' ||
    place === 'pushed_authorization_request';
  if (!isAsked) return false;
  if (error.code === 'invalid_redirect_uri' || error.code === 'redirect_uri_mismatch') return true;
  if (saidOf(said, 'redirect_uri_not_registered') >= 0.85) return true;
  return error.code === 'invalid_request' && /\bredirect[_ ]ur[il]\b/i.test(error.description ?? '');
}
