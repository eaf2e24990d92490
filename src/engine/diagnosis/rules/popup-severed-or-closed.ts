import { headerValue } from '../../http/headers.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { decodeBase64Text } from '../../oauth/jwt.ts';
import type { Source } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

const coop: Source = {
  title: 'HTML: cross-origin opener policies',
  url: 'https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies',
};
const name = 'cross-origin-opener-policy';

export const popupSeveredOrClosed = defineRule({
  id: 'popup-severed-or-closed',
  title: 'The login popup was cut off from the page that opened it',
  severity: 'error',
  why: 'A page with Cross-Origin-Opener-Policy loses its opener, so that the popup cannot hand over the answer.',
  fix: 'Send same-origin-allow-popups from the page that opens the popup and no such policy from the pages in it, or log in by redirect.',
  sources: [coop],
  needs: ['flow', 'authorizationRequest', 'progress'],
  check({ flow, authorizationRequest, progress: { outcome } }) {
    if (!isPopup(authorizationRequest)) return notApplicable;
    // What was redeemed arrived, by whichever way.
    if (flow.redemptions.length > 0 || flow.authorizationResponse === undefined || outcome === 'in_progress')
      return pass;
    const severing = [authorizationRequest, ...flow.responses].find(
      ({ exchange: { redirectTarget, responseHeaders } }) =>
        redirectTarget === undefined &&
        /^same-origin/i.test(headerValue(responseHeaders, name)?.trim() ?? ''),
    );
    if (severing === undefined) return pass;
    return fail([{ exchange: severing.exchange.id, part: 'response_header', name }]);
  },
});

/** By the request’s own words, or by the state that MSAL writes. A silent check runs in a frame. */
function isPopup({ params, exchange }: AuthorizationRequest): boolean {
  if (exchange.kind === 'frame') return false;
  if (params.get('display') === 'popup' || params.get('response_mode') === 'web_message') return true;
  const [own = ''] = (params.get('state') ?? '').split('|');
  return decodeBase64Text(own)?.includes('"interactionType":"popup"') === true;
}
