import { headerValue } from '../../http/headers.ts';
import { originOf } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { isOneOwner } from '../../providers/one-owner.ts';
import { rfc } from '../../oauth/source.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const callbackOriginDiffers = defineRule({
  id: 'callback-origin-differs',
  title: 'The login starts on one origin and comes back to another',
  severity: 'error',
  why: 'A browser keeps storage, and most cookies, for one origin, so the callback does not find the state and verifier of the start.',
  fix: 'Start and finish the login on the same origin, or share its cookie on the parent domain.',
  sources: [
    rfc(9700, '4.7.1'),
    { title: 'HTML: origin', url: 'https://html.spec.whatwg.org/multipage/browsers.html#origin' },
  ],
  needs: ['authorizationRequest', 'landings', 'surroundings', 'progress', 'flow'],
  check({ authorizationRequest, landings, surroundings, progress, flow }) {
    const [landing] = landings;
    const start = startOf(authorizationRequest, surroundings);
    if (landing === undefined || start === undefined) return notApplicable;
    const end = originOf(landing.exchange.url);
    if (start === end || end === '') return pass;
    // A link on another site may have led here; only origins of one owner are judged.
    if (isOneOwner(start, end) !== true) return notApplicable;
    const evidence = [
      { exchange: authorizationRequest.exchange.id, part: 'request_header', name: 'referer' },
      { exchange: landing.exchange.id, part: 'url', name: '' },
    ] as const;
    const hasFailed =
      flow.redemptions.length === 0 &&
      (progress.outcome === 'abandoned' || progress.failure?.place === 'callback');
    if (!hasFailed) return fail(evidence, { severity: 'info' });
    return fail(evidence, {
      suspicion: {
        cause: 'state_lost',
        weight: 0.85,
        sentence: `The login started on ${start} and came back to ${end}, where the browser does not have what the start stored.`,
        evidence,
      },
    });
  },
});

/** The origin whose page or redirect sent the browser to log in. */
function startOf({ exchange }: AuthorizationRequest, surroundings: Surroundings): string | undefined {
  const page =
    surroundings.redirectTo(exchange)?.url ??
    headerValue(exchange.requestHeaders, 'referer') ??
    exchange.initiator;
  const origin = page === undefined || page === 'null' ? '' : originOf(page);
  return origin === '' || origin === originOf(exchange.url) ? undefined : origin;
}
