import { checkRule } from '../../../testing/check-rule.ts';

const ask = (form: string, answer = '400 {"error":"invalid_request"}'): string =>
  `POST https://op.test/bc-authorize client_id=c&${form} -> ${answer} tab=none kind=fetch`;
const works = '200 {"auth_req_id":"r123456","expires_in":120}';

checkRule('ciba-flow-error', {
  fails: {
    'two hints': {
      trace: ask('scope=openid&login_hint=u&id_token_hint=x'),
      severity: 'error',
      cause: 'request_malformed',
      says: /exactly one way/,
    },
    'no openid': { trace: ask('scope=payments&login_hint=u'), severity: 'error', cause: 'request_malformed' },
    'a server that does not mind': {
      trace: ask('scope=payments&login_hint=u', works),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'all is well': ask('scope=openid&login_hint=u', works),
    'a signed request holds them': ask('request=a.b.c', works),
    'the user has not answered yet': `${ask('scope=openid&login_hint=u', works)}
POST https://op.test/token grant_type=urn:openid:params:grant-type:ciba&client_id=c&auth_req_id=r123456 -> 400 {"error":"authorization_pending"} tab=none`,
  },
});
