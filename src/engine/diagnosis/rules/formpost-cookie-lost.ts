import { showsCookies, type Exchange } from '../../http/exchange.ts';
import { headerValue, headerValues } from '../../http/headers.ts';
import { urlParts } from '../../http/url.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';
import type { Source } from '../../oauth/source.ts';

const formPost: Source = {
  title: 'OAuth 2.0 Form Post Response Mode §2',
  url: 'https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html',
};
const sameSite: Source = {
  title: 'RFC 6265bis §8.8.2',
  url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-8.8.2',
};

export const formpostCookieLost = defineRule({
  id: 'formpost-cookie-lost',
  title: 'The answer comes by a form from another site, and the app’s cookie does not come with it',
  severity: 'error',
  why: 'Browsers send SameSite=Lax and Strict cookies with no POST from another site, so the app finds no login under way.',
  fix: 'Set the cookie of the login with SameSite=None; Secure, or use response_mode=query.',
  sources: [formPost, sameSite],
  needs: ['authorizationRequest', 'landings', 'surroundings', 'progress'],
  check({ authorizationRequest, landings, surroundings, progress }) {
    const [landing] = landings;
    if (landing?.mode !== 'form_post' || !showsCookies(landing.exchange)) return notApplicable;
    const { exchange } = landing;
    const host = urlParts(exchange.url).host.toLowerCase();
    const sent = namesIn(headerValue(exchange.requestHeaders, 'cookie'));
    const starts = surroundings
      .navigationsBefore(authorizationRequest.exchange, 60_000)
      .filter((page) => urlParts(page.url).host.toLowerCase() === host);
    const lost = starts.find((page) =>
      cookiesOf(page).some(
        ({ name, isCrossSite }) =>
          !isCrossSite &&
          !sent.includes(name) &&
          (isTelling(name) || leadsTo(page, authorizationRequest.exchange)),
      ),
    );
    if (lost === undefined) return pass;
    const evidence = [
      { exchange: lost.id, part: 'response_header', name: 'set-cookie' },
      { exchange: exchange.id, part: 'request_header', name: 'cookie' },
    ] as const;
    const hasFailed = progress.outcome === 'failed' || (exchange.status ?? 0) >= 400;
    if (!hasFailed) return fail(evidence, { severity: 'warning' });
    return fail(evidence, {
      suspicion: {
        cause: 'state_lost',
        weight: 0.95,
        sentence:
          'The answer came by a form from another site, and the browser did not send the app’s cookie with it, so the app no longer knew the login.',
        evidence,
        fix: 'Set the cookie of the login with SameSite=None; Secure, or use response_mode=query.',
        sources: [formPost],
      },
    });
  },
});

interface SetCookie {
  readonly name: string;
  /** SameSite=None: sent from other sites too. */
  readonly isCrossSite: boolean;
}

function cookiesOf({ responseHeaders }: Exchange): readonly SetCookie[] {
  return headerValues(responseHeaders, 'set-cookie')
    .flatMap((value) => value.split('\n'))
    .map((line) => ({
      name: line.slice(0, Math.max(0, line.indexOf('='))).trim(),
      isCrossSite: /;\s*samesite=none/i.test(line),
    }))
    .filter(({ name }) => name !== '');
}

function namesIn(cookie: string | undefined): readonly string[] {
  return (cookie ?? '').split(';').map((pair) => pair.slice(0, Math.max(0, pair.indexOf('='))).trim());
}

function isTelling(name: string): boolean {
  return /state|nonce|correlation|oidc|auth|csrf|pkce/i.test(name);
}

/** The answer that set the cookie is the one that sent the browser to log in. */
function leadsTo({ redirectTarget }: Exchange, request: Exchange): boolean {
  return redirectTarget !== undefined && redirectTarget === request.url;
}
