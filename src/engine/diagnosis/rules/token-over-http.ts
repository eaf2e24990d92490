import type { Evidence } from '../../http/evidence.ts';
import { hostOf, urlParts } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

export const tokenOverHttp = defineRule({
  id: 'token-over-http',
  title: 'A message of the login travels over plain HTTP',
  severity: 'warning',
  why: 'Everyone on the way can read and change codes, tokens and secrets.',
  fix: 'Use https for every endpoint.',
  sources: [rfc(6749, '3.1'), rfc(6749, '3.2'), rfc(6750, '5.3')],
  needs: ['flow'],
  check({ flow }) {
    const open = flow.messages.filter((message) => isOpen(message));
    if (open.length === 0) return pass;
    const evidence = open.map(({ exchange }): Evidence => ({ exchange: exchange.id, part: 'url', name: '' }));
    return fail(evidence.slice(0, 5));
  },
});

/** The callback's own URL is judged by the rules on redirect_uri; what is no OAuth is not judged. */
function isOpen({ kind, exchange }: Message): boolean {
  if (kind === 'authorization_response' || kind === 'foreign_login') return false;
  const { scheme, host } = urlParts(exchange.url);
  if (scheme.toLowerCase() !== 'http' || isLoopback(host)) return false;
  // The browser's own upgrade (HSTS) sends nothing over http.
  const target = exchange.redirectTarget;
  return !(
    exchange.status === 307 &&
    target !== undefined &&
    /^https:/i.test(target) &&
    hostOf(target) === hostOf(exchange.url)
  );
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}
