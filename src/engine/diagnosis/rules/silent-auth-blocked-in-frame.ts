import { headerValue } from '../../http/headers.ts';
import { showsCookies, type Exchange } from '../../http/exchange.ts';
import { originOf, urlParts } from '../../http/url.ts';
import type { AuthorizationRequest, Message } from '../../oauth/message.ts';
import { registrableDomain } from '../../providers/registrable-domain.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

/** How far back a login in the page itself still speaks for a session, milliseconds. */
const session = 3_600_000;

export const silentAuthBlockedInFrame = defineRule({
  id: 'silent-auth-blocked-in-frame',
  title: 'A silent login in a hidden frame cannot work here',
  severity: 'error',
  why: 'The server’s page may not be framed, or the browser keeps the server’s cookies from a frame of another site.',
  fix: 'Use refresh tokens, or serve the authorization server from a domain of the same site; let the app frame its own callback.',
  sources: [oidcCore('3.1.2.1', 'AuthRequest'), rfc(9700, '4.16')],
  needs: ['authorizationRequest', 'flow', 'progress', 'surroundings'],
  check({ authorizationRequest, flow, progress, surroundings }) {
    const { exchange, params } = authorizationRequest;
    if (exchange.kind !== 'frame' || params.get('prompt') !== 'none') return notApplicable;
    const landing = flow.landings.at(-1)?.exchange;
    const denied = [exchange, landing].find((page) => page !== undefined && forbidsFraming(page));
    if (denied !== undefined && (denied === landing || flow.authorizationResponse === undefined)) {
      const evidence = [
        { exchange: denied.id, part: 'response_header', name: framingHeader(denied) },
      ] as const;
      return fail(evidence, {
        title:
          denied === landing
            ? 'The callback of a silent login may not be framed'
            : 'The server’s page may not be framed, so the silent login has no answer',
        ...(flow.redemptions.length > 0 ? { severity: 'info' } : {}),
      });
    }
    if (progress.expected?.code !== 'login_required' || !isCrossSite(authorizationRequest)) return pass;
    if (!showsCookies(exchange) || headerValue(exchange.requestHeaders, 'cookie') !== undefined) return pass;
    const before = surroundings.loginsInTabBefore(exchange, session);
    if (!before.some((message) => isLiveLogin(message, authorizationRequest, before))) return pass;
    const evidence = [
      { exchange: exchange.id, part: 'request_header', name: 'cookie' },
      progress.expected.at,
    ] as const;
    return fail(evidence, {
      title: 'The browser keeps the server’s cookies from the hidden frame (third-party cookies)',
      suspicion: {
        cause: 'login_required',
        weight: 0.9,
        sentence:
          'The user is signed in, and the browser sent none of the server’s cookies from the hidden frame: third-party cookies are blocked.',
        evidence,
        fix: 'Use refresh tokens instead of the hidden frame, or serve the authorization server from a domain of the same site.',
      },
    });
  },
});

function forbidsFraming(page: Exchange): boolean {
  if (page.redirectTarget !== undefined) return false;
  const policy = headerValue(page.responseHeaders, 'content-security-policy');
  if (policy !== undefined && /frame-ancestors/i.test(policy))
    return /frame-ancestors\s+'none'/i.test(policy);
  return /^deny$/i.test(headerValue(page.responseHeaders, 'x-frame-options')?.trim() ?? '');
}

function framingHeader({ responseHeaders }: Exchange): string {
  return headerValue(responseHeaders, 'x-frame-options') === undefined
    ? 'content-security-policy'
    : 'x-frame-options';
}

/** Server and app on one registered domain are no third parties to each other. */
function isCrossSite({ endpoint, params }: AuthorizationRequest): boolean {
  const [server, app] = [endpoint, params.get('redirect_uri') ?? ''].map((url) =>
    registrableDomain(urlParts(url).host),
  );
  return server !== undefined && app !== undefined && server !== app;
}

/** A login in the page itself that worked and carried the server's cookies. */
function isLiveLogin(message: Message, silent: AuthorizationRequest, all: readonly Message[]): boolean {
  return (
    message.kind === 'authorization_request' &&
    message.exchange.kind === 'navigation' &&
    originOf(message.endpoint) === originOf(silent.endpoint) &&
    headerValue(message.exchange.requestHeaders, 'cookie') !== undefined &&
    all.some(
      (other) =>
        other.kind === 'authorization_response' &&
        other.params.get('code') !== undefined &&
        other.params.get('state') === message.params.get('state'),
    )
  );
}
