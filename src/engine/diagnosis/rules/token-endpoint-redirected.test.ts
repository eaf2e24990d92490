import { checkRule } from '../../../testing/check-rule.ts';

const token = (url: string): string => `POST ${url} grant_type=refresh_token&client_id=c&refresh_token=r1`;

checkRule('token-endpoint-redirected', {
  fails: {
    'http instead of https': {
      trace: `${token('http://op.test/token')} -> 301 https://op.test/token`,
      severity: 'error',
      cause: 'other',
      says: /http instead of https/,
    },
    'a login page stands before it': {
      trace: `${token('https://op.test/token')} -> 302 https://sso.test/login?next=x`,
      severity: 'error',
      cause: 'other',
      says: /login page/,
    },
  },
  silent: {
    'an answer': `${token('https://op.test/token')} -> 400 {"error":"invalid_grant"}`,
    'the browser upgrades to https before it sends': `${token('http://op.test/token')} -> 307 https://op.test/token\n${token('https://op.test/token')} -> 200 {"access_token":"t"}`,
  },
});
