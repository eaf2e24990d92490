import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const ask = (more: string): string =>
  `GET https://op.test/session/end?post_logout_redirect_uri=https://app.test/bye${more}`;

checkRule('logout-request-rejected', {
  fails: {
    'the return address is not registered': {
      trace: `${ask('&id_token_hint=a.b.c')} -> 400 <p>post_logout_redirect_uri not registered</p>`,
      severity: 'error',
      cause: 'post_logout_redirect_uri_not_registered',
    },
    'nothing says whose it is': {
      trace: `${ask('')} -> 400 <p>Bad request</p>`,
      severity: 'error',
      cause: 'request_malformed',
      says: /neither id_token_hint nor client_id/,
    },
    'the server does not say why': {
      trace: `${ask('&client_id=c')} -> 400 <p>Sorry</p>`,
      severity: 'error',
      cause: 'post_logout_redirect_uri_not_registered',
    },
  },
  silent: {
    'an old id_token_hint is taken': `${ask(`&id_token_hint=${unsignedJwt({ exp: 1_000_000_000 })}`)} -> 302 https://app.test/bye`,
    'a logout endpoint of the vendor’s own (Auth0)':
      'GET https://acme.auth0.com/v2/logout?client_id=c&returnTo=https://app.test/bye -> 302 https://app.test/bye',
    'it came back': `${ask('&id_token_hint=a.b.c')} -> 302 https://app.test/bye`,
    'an app refuses what a server tells it': `POST https://app.test/out logout_token=${unsignedJwt({ sid: '1' })} -> 400 {"error":"invalid_request"} tab=none kind=other`,
    'the server asks the user first': `${ask('&client_id=c')} -> 200 <p>Do you want to sign out?</p>`,
  },
});
