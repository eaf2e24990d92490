import { headerValue } from '../../http/headers.ts';
import { originOf, urlParts } from '../../http/url.ts';
import type { Evidence } from '../../http/evidence.ts';
import { isLoopback } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const redirectUriLoopbackNameVsIp = defineRule({
  id: 'redirect-uri-loopback-name-vs-ip',
  title: 'localhost and a loopback address are mixed in one login',
  severity: 'warning',
  why: 'To a browser localhost, 127.0.0.1 and [::1] are different sites: what one stored the other does not find, and no server treats them as equal.',
  fix: 'Use one spelling everywhere: for the page, the redirect_uri in both requests, and the registration.',
  sources: [rfc(8252, '7.3'), rfc(8252, '8.3'), rfc(3986, '6.2.1')],
  needs: ['flow', 'authorizationRequest', 'progress'],
  check({ flow, authorizationRequest, progress }) {
    const redemption = flow.redemptions.at(-1);
    const { exchange, endpoint } = authorizationRequest;
    const page = headerValue(exchange.requestHeaders, 'referer') ?? exchange.initiator ?? '';
    const places: readonly (readonly [url: string | undefined, at: Evidence])[] = [
      // A link on the server's own pages says nothing of the app.
      [originOf(page) === originOf(endpoint) ? undefined : page, at(authorizationRequest, '')],
      [authorizationRequest.params.get('redirect_uri'), at(authorizationRequest, 'redirect_uri')],
      [redemption?.params.get('redirect_uri'), at(redemption ?? authorizationRequest, 'redirect_uri')],
      [
        redemption === undefined ? undefined : headerValue(redemption.exchange.requestHeaders, 'origin'),
        at(redemption ?? authorizationRequest, ''),
      ],
    ];
    const found = places.flatMap(([url, evidence]) => {
      const host = urlParts(url ?? '').host.toLowerCase();
      return isLoopback(host) && !host.endsWith('.localhost') ? [{ host, evidence }] : [];
    });
    if (found.length < 2) return notApplicable;
    const first = found[0]?.host;
    if (found.every(({ host }) => host === first)) return pass;
    const asked = authorizationRequest.params.get('redirect_uri');
    const repeated = redemption?.params.get('redirect_uri');
    const isDifferent = asked !== undefined && repeated !== undefined && asked !== repeated;
    // A page that lost its storage stops after the answer, and says nothing to the server.
    const isLost = progress.outcome === 'abandoned' && flow.authorizationResponse !== undefined;
    const isFatal = isLost || (progress.outcome === 'failed' && isDifferent);
    return fail(
      found.map(({ evidence }) => evidence),
      { severity: isFatal ? 'error' : 'warning' },
    );
  },
});
