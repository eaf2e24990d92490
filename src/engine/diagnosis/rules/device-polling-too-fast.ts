import { numberMember } from '../../http/json.ts';
import { readingOf } from '../../http/reading.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** A timer may fire this much early, milliseconds. */
const jitter = 500;

export const devicePollingTooFast = defineRule({
  id: 'device-polling-too-fast',
  title: 'The client polls for the device login more often than the server allows',
  severity: 'warning',
  why: 'The server names an interval and slows down, or turns away, whoever comes sooner.',
  fix: 'Wait for the interval between two polls, and five seconds longer after each slow_down.',
  sources: [rfc(8628, '3.2'), rfc(8628, '3.5')],
  needs: ['flow'],
  check({ flow }) {
    const polls = flow.grants.filter(({ params }) => params.get('device_code') !== undefined);
    if (polls.length < 3) return notApplicable;
    const answer = flow.device === undefined ? undefined : readingOf(flow.device.exchange).responseJson();
    const early = earlyPolls(polls, (numberMember(answer, 'interval') ?? 5) * 1000);
    // One early poll is nothing.
    if (early.length < 2) return pass;
    const slowed = polls.filter(
      ({ error, exchange }) => error?.code === 'slow_down' || exchange.status === 429,
    );
    return fail(
      early.slice(0, 5).map((poll) => at(poll, 'device_code')),
      slowed.length > 3 ? { severity: 'error' } : {},
    );
  },
});

/** Polls that came too soon after the one before; every slow_down adds five seconds for good (RFC 8628 §3.5). */
function earlyPolls(polls: readonly TokenRequest[], interval: number): readonly TokenRequest[] {
  let wait = interval;
  return polls.filter((poll, index) => {
    const before = polls[index - 1];
    if (before === undefined) return false;
    if (before.error?.code === 'slow_down') wait += 5000;
    return poll.exchange.startedAt - before.exchange.startedAt < wait - jitter;
  });
}
