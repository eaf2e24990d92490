import { checkRule } from '../../../testing/check-rule.ts';

const ask = (scope: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&scope=${scope}`;
const refused = '-> 302 https://app.test/cb?error=invalid_scope&state=s';
const login = `${ask('read')} -> 302 https://app.test/cb?code=k&state=s
  POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","refresh_token":"r1"}`;
const refresh = (scope: string): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1&scope=${scope}`;

checkRule('scope-invalid', {
  fails: {
    'metadata does not list it': {
      trace: `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","scopes_supported":["openid"]}\n${ask('openid+raed')} ${refused}`,
      severity: 'error',
      cause: 'scope_invalid',
      says: /does not list “raed”/,
    },
    commas: {
      trace: `${ask('openid,email')} ${refused}`,
      severity: 'error',
      cause: 'scope_invalid',
      says: /commas instead of blanks/,
    },
    'client credentials': {
      trace:
        'POST https://op.test/token grant_type=client_credentials&client_id=c&scope=x -> 400 {"error":"invalid_scope"}',
      severity: 'error',
      cause: 'scope_invalid',
    },
    'a refresh asks for more': {
      trace: `${login}\n${refresh('read+write')} -> 400 {"error":"invalid_scope"}`,
      severity: 'error',
      cause: 'refresh_scope_exceeds_grant',
      says: /“write”/,
    },
    'a refresh asks for more and the server says invalid_grant': {
      trace: `${login}\n${refresh('read+write')} -> 400 {"error":"invalid_grant"}`,
      severity: 'error',
      cause: 'refresh_scope_exceeds_grant',
    },
  },
  silent: {
    'the list of scopes may be partial': `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","scopes_supported":["openid"]}\n${ask('openid+more')} -> 302 https://app.test/cb?code=k&state=s`,
    'commas where the server takes them': `${ask('user,repo')} -> 302 https://app.test/cb?code=k&state=s`,
    'a refresh asks for less': `${login}\n${refresh('read')} -> 400 {"error":"invalid_grant"}`,
  },
});
