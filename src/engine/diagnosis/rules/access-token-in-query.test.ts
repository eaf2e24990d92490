import { checkRule } from '../../../testing/check-rule.ts';

const token = 'at-51c8e2d94b7f-ab90c2d3';
const login = `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"${token}","token_type":"Bearer"}`;

checkRule('access-token-in-query', {
  fails: {
    'a call to the API': {
      trace: `${login}\nGET https://api.test/items?access_token=${token} -> 200 {} kind=fetch`,
      severity: 'warning',
      cause: undefined,
      says: /query of a URL/,
    },
    'a call for the user’s data': {
      trace: `${login}\nGET https://op.test/userinfo?access_token=${token} -> 200 {"sub":"u"} kind=fetch`,
      severity: 'warning',
      cause: undefined,
    },
    'a download, whose URL can have no header': {
      trace: `${login}\nGET https://api.test/report.pdf?access_token=${token} -> 200`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a call with a header': `${login}\nGET https://api.test/items [Authorization: Bearer ${token}] -> 401 {}`,
    'a token of nobody’s login': `${login}\nGET https://maps.test/tile?access_token=pk.a-public-key-of-a-map-service -> 200 {} kind=fetch`,
    'a ticket': `${login}\nGET https://api.test/report.pdf?ticket=${token.slice(3)}x -> 200`,
  },
});
