import { checkRule } from '../../../testing/check-rule.ts';

const login = (answer: string, where = '?'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb${where}code=k1&state=s
GET https://app.test/cb${where}code=k1&state=s -> ${answer}`;
const policy = (value: string): string => `200 <p> [Referrer-Policy: ${value}]`;

checkRule('callback-leaks-credentials', {
  fails: {
    'unsafe-url': { trace: login(policy('unsafe-url')), severity: 'warning', cause: undefined },
    'the default of old browsers, as the last of two': {
      trace: login(policy('no-referrer, no-referrer-when-downgrade')),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a policy that tells the origin alone': login(policy('strict-origin-when-cross-origin')),
    'the default of browsers': login('200 <p>'),
    'no-referrer': login(policy('no-referrer')),
    'a redirect is no page': login('302 https://app.test/ [Referrer-Policy: unsafe-url]'),
    'a fragment is never sent': login(policy('unsafe-url'), '#'),
  },
});
