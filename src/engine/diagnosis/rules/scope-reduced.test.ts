import { checkRule } from '../../../testing/check-rule.ts';

const login = (asked: string, granted: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&scope=${asked} -> 302 https://app.test/cb?code=k&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t"${granted}}`;

const userinfo =
  'GET https://op.test/userinfo [Authorization: Bearer t] -> 403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="openid"]';

checkRule('scope-reduced', {
  fails: {
    'UserInfo misses openid': {
      trace: `${login('openid+read', ',"scope":"read"')}\n${userinfo}`,
      severity: 'warning',
      cause: 'scope_reduced',
      says: /asked for openid and was not granted it/,
    },
    'one is missing': { trace: login('read+write', ',"scope":"read"'), severity: 'info', cause: undefined },
    'the API misses it': {
      trace: `${login('read+write', ',"scope":"read"')}\nGET https://api.test/x [Authorization: Bearer t] -> 403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="write"]`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'UserInfo refuses a token for which openid was not asked': `${login('read', ',"scope":"read"')}\n${userinfo}`,
    everything: login('read+write', ',"scope":"write read"'),
    'no scope in the answer means everything': login('read+write', ''),
    'openid is not repeated': login('openid+profile+read', ',"scope":"read"'),
    'with or without the API’s name': login('https://api.test/read', ',"scope":"read"'),
    'commas in the answer': login('repo+user', ',"scope":"repo,user"'),
    'the default of an API': login(
      'https://graph.microsoft.com/.default',
      ',"scope":"https://graph.microsoft.com/User.Read"',
    ),
  },
});
