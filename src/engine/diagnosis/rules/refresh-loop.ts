import type { TokenRequest } from '../../oauth/message.ts';
import { isExpectedAnswer } from '../../oauth/expected-answers.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const refreshLoop = defineRule({
  id: 'refresh-loop',
  title: 'A token request that was refused is sent over and over',
  severity: 'error',
  why: 'What the server refused once it refuses again, and servers block clients that go on.',
  fix: 'Treat invalid_grant as final: drop the refresh token and start one login; wait longer after each failure.',
  sources: [rfc(6749, '5.2'), rfc(9700, '4.14.2')],
  needs: ['flow'],
  check({ flow }) {
    const refused = [...flow.redemptions, ...flow.refreshes, ...flow.grants].filter(
      ({ answer, error }) => answer === 'error' && !isExpectedAnswer(error, undefined),
    );
    if (refused.length === 0) return notApplicable;
    const loop =
      crowd(refused, 3, 600_000, ({ params, error }) =>
        error?.code === 'invalid_grant' ? params.get('refresh_token') : undefined,
      ) ?? crowd(refused, 5, 60_000, ({ grantType, error }) => `${grantType} ${error?.code ?? ''}`);
    if (loop === undefined) return pass;
    return fail(loop.map((request) => at(request, 'grant_type')));
  },
});

/** The first `count` requests of one kind within a span of milliseconds. */
function crowd(
  requests: readonly TokenRequest[],
  count: number,
  span: number,
  kindOf: (request: TokenRequest) => string | undefined,
): readonly TokenRequest[] | undefined {
  const inOrder = requests.toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  for (const kind of new Set(inOrder.map(kindOf))) {
    const group = kind === undefined ? [] : inOrder.filter((request) => kindOf(request) === kind);
    const start = group.findIndex(({ exchange }, index) => {
      const last = group[index + count - 1];
      return last !== undefined && last.exchange.startedAt - exchange.startedAt <= span;
    });
    if (start >= 0) return group.slice(start, start + count);
  }
  return undefined;
}
