import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Other tabs may be under way already, milliseconds. */
const race = 5000;

export const logoutTokensStillUsed = defineRule({
  id: 'logout-tokens-still-used',
  title: 'A refresh token is used after it was revoked',
  severity: 'warning',
  why: 'After a logout the tokens are to be gone, in the app and at the server.',
  fix: 'Remove the tokens from every store of the app when they are revoked, and tell its other tabs.',
  sources: [rfc(7009, '2.1'), rfc(9700, '4.14.2')],
  needs: ['flow', 'refreshes'],
  check({ flow, refreshes }) {
    const revoked = flow.messages.flatMap((message) =>
      message.kind === 'revocation' && message.exchange.status === 200 ? [message] : [],
    );
    if (revoked.length === 0) return notApplicable;
    for (const { token, exchange, params } of revoked) {
      const later = refreshes.find(
        (each) =>
          each.params.get('refresh_token') === token && each.exchange.startedAt > exchange.startedAt + race,
      );
      const place = params.find('token')?.at;
      if (later === undefined || place === undefined) continue;
      const title =
        later.answer === 'success' ? 'The server accepts a refresh token that was revoked' : undefined;
      return fail([place, at(later, 'refresh_token')], title === undefined ? {} : { title });
    }
    return pass;
  },
});
