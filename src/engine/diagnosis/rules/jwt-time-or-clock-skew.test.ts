import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

/** The start of every trace, in seconds, and as a server's header. */
const start = 1_800_000_000;
const date = (seconds: number): string => new Date((start + seconds) * 1000).toUTCString();
const login = (claims: object, header = ''): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 ${header} {"access_token":"t","id_token":"${unsignedJwt(claims)}"}`;
const assertion = (claims: object, seconds: number, error = 'invalid_client'): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_assertion=${unsignedJwt(claims)} -> 401 [Date: ${date(seconds)}] {"error":"${error}"}`;

checkRule('jwt-time-or-clock-skew', {
  fails: {
    'an ID token is expired when it arrives': {
      trace: login({ iat: start - 7200, exp: start - 3600 }),
      severity: 'error',
      cause: undefined,
    },
    'the clock of this computer is an hour ahead': {
      trace: login({ iat: start - 3600, exp: start - 3300 }, `[Date: ${date(-3600)}]`),
      severity: 'error',
      cause: undefined,
      says: /clock of this computer/,
    },
    'an assertion comes from the future': {
      trace: assertion({ iat: start + 300, exp: start + 600 }, 0),
      severity: 'error',
      cause: 'clock_skew',
      says: /valid from 5 min later on/,
    },
    'an assertion has expired': {
      trace: assertion({ iat: start - 300, exp: start - 240 }, 0),
      severity: 'error',
      cause: 'client_assertion_invalid',
    },
    'a grant is refused to a client whose assertion comes from the future': {
      trace: assertion({ iat: start + 120, exp: start + 180 }, 0, 'invalid_grant'),
      severity: 'error',
      cause: 'grant_type_not_allowed',
    },
  },
  silent: {
    'a fresh ID token': login({ iat: start, exp: start + 300 }, `[Date: ${date(0)}]`),
    'a difference of some seconds': login({ iat: start + 20, nbf: start + 20, exp: start + 300 }),
    'the answer came out of a cache': login(
      { iat: start, exp: start + 300 },
      `[Date: ${date(-90_000)}] [Age: 90000]`,
    ),
    'an assertion that is refused for another reason': assertion({ iat: start, exp: start + 60 }, 0),
    'a grant that is refused for another reason': assertion(
      { iat: start, exp: start + 60 },
      0,
      'invalid_grant',
    ),
  },
});
