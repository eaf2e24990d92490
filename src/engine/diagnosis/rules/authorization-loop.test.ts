import { checkRule } from '../../../testing/check-rule.ts';

const round = (turn: number, more = '', headers = '[Sec-Fetch-Mode: navigate]'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${turn}${more} ${headers} -> 302 https://app.test/cb?code=k${turn}&state=s${turn} @${turn}s
   GET https://app.test/cb?code=k${turn}&state=s${turn} -> 302 https://app.test/ @${turn}.2s`;
const rounds = (count: number, make: (turn: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index + 1)).join('\n');

checkRule('authorization-loop', {
  fails: {
    'three rounds in three seconds': {
      trace: rounds(3, round),
      severity: 'error',
      cause: 'state_lost',
      says: /3 times within a minute/,
    },
    'five rounds, of which the headers were not captured': {
      trace: rounds(5, (turn) => round(turn, '', '')),
      severity: 'error',
      cause: 'state_lost',
    },
  },
  silent: {
    'two logins': rounds(2, round),
    'the user clicks each time': rounds(3, (turn) =>
      round(turn, '', '[Sec-Fetch-Mode: navigate] [Sec-Fetch-User: ?1]'),
    ),
    'three logins in a test without such headers': rounds(3, (turn) => round(turn, '', '')),
    'logins for several resources': rounds(3, (turn) => round(turn, `&scope=api${turn}`)),
    'silent checks': rounds(5, (turn) => round(turn, '&prompt=none')),
    'a login page repeats the request': `${round(1)}\n${'GET https://op.test/login?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s2 [Sec-Fetch-Mode: navigate] -> 200 <p>Sign in</p>\n'.repeat(4)}`,
  },
});
