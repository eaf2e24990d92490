import { rfc } from '../../oauth/source.ts';
import { expiredFor, issuesOf, rejectionsOf } from '../rejection.ts';
import { cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';
import { tokenAt } from '../token-at.ts';

/** How long a client may take to notice that a token has expired, or was refused; milliseconds. */
const soon = 30_000;

export const refreshNotAttempted = defineRule({
  id: 'refresh-not-attempted',
  title: 'An expired access token was sent, and the refresh token was not used',
  severity: 'warning',
  why: 'A refresh token is there to get the next access token without the user.',
  fix: 'Refresh before expires_in has passed, and once after a 401; when that fails, log in again.',
  sources: [rfc(6749, '1.5'), rfc(6750, '3.1')],
  needs: ['flow', 'isFinished'],
  check({ flow, isFinished }) {
    if (!issuesOf(flow).some(({ tokens }) => tokens?.refreshToken !== undefined)) return notApplicable;
    const expired = rejectionsOf(flow).filter(({ why }) => why === 'expired');
    const [first] = expired;
    if (first === undefined) return pass;
    const since = first.call.exchange.startedAt;
    // A refresh that runs already, or begins within the time, is one.
    if (flow.refreshes.some(({ exchange }) => Math.abs(exchange.startedAt - since) <= soon)) return pass;
    const seenUntil = Math.max(...flow.messages.map(({ exchange }) => exchange.startedAt));
    const isSeen = seenUntil - since >= soon;
    // A client that knows the life of its token has had its time before the refusal, and a file says all there is.
    if (!isSeen && !(isFinished && expiredFor(first.call, flow) > soon))
      return cannotTell('Nothing later shows whether a refresh follows.');
    const evidence = expired.map(({ call }) => tokenAt(call));
    return fail(evidence, isSeen && expired.length > 1 ? { severity: 'error' } : {});
  },
});
