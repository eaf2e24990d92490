import { headerValue } from '../../http/headers.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { isOfPublicPage } from '../client-profile.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const refreshNotRotated = defineRule({
  id: 'refresh-not-rotated',
  title: 'The refresh token of a browser app stays the same and is bound to no key',
  severity: 'info',
  why: 'A stolen refresh token that neither changes nor is bound to a key works unnoticed until it expires.',
  fix: 'Switch on refresh token rotation with reuse detection for this client, or use DPoP.',
  sources: [rfc(9700, '2.2.2'), rfc(9700, '4.14.2')],
  needs: ['refreshes', 'flow'],
  check({ refreshes, flow }) {
    const worked = refreshes.filter(({ answer, tokens }) => answer === 'success' && tokens !== undefined);
    const [first, ...later] = worked.filter(
      (call) => isOfPublicPage(call, flow.authorizationRequest) && isBearer(call),
    );
    const last = later.at(-1);
    if (first === undefined || last === undefined || later.length + 1 < worked.length) return notApplicable;
    const token = first.params.get('refresh_token');
    const isSame = worked.every(
      ({ params, tokens }) =>
        params.get('refresh_token') === token &&
        (tokens?.refreshToken === undefined || tokens.refreshToken === token),
    );
    return isSame ? fail([at(first, 'refresh_token'), at(last, 'refresh_token')]) : pass;
  },
});

/** Nothing proves a key (RFC 9449 §5). */
function isBearer({ exchange, tokens }: TokenRequest): boolean {
  const type = tokens?.body['token_type'];
  return (
    headerValue(exchange.requestHeaders, 'origin') !== undefined &&
    headerValue(exchange.requestHeaders, 'dpop') === undefined &&
    (typeof type !== 'string' || type.toLowerCase() === 'bearer')
  );
}
