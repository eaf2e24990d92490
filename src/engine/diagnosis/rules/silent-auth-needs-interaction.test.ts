import { checkRule } from '../../../testing/check-rule.ts';

const ask = (state: string, prompt = 'none'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=${state}&prompt=${prompt}`;
const answer = (state: string, error = 'login_required'): string =>
  `-> 302 https://app.test/cb?error=${error}&state=${state}`;

checkRule('silent-auth-needs-interaction', {
  fails: {
    'the user is not signed in': { trace: `${ask('s')} ${answer('s')}`, severity: 'info', cause: undefined },
    'again and again, which is judged with the fourth': {
      trace: ['a', 'b', 'c', 'd']
        .map((state, index) => `${ask(state)} ${answer(state)} @${index * 5}s`)
        .join('\n'),
      severity: 'info',
      cause: undefined,
    },
    'another prompt beside it': {
      trace: `${ask('s', 'none+login')} ${answer('s', 'invalid_request')}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /combines prompt=none/,
    },
  },
  silent: {
    'it worked': `${ask('s')} -> 302 https://app.test/cb?code=k&state=s`,
    'no silent check': `${ask('s', 'login')} ${answer('s')}`,
  },
});
