import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s';
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb';
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('code-reused', {
  fails: {
    'the first redemption worked': {
      trace: `${ask}\n${redeem} ${issued} @1s\n${redeem} ${refused} @5s`,
      severity: 'error',
      cause: 'code_reused',
      says: /redeemed twice/,
    },
    'the first redemption was refused for the client’s sake and the second worked, as libraries try both methods':
      {
        trace: `${ask}\n${redeem} -> 401 {"error":"invalid_client"} @1s\n${redeem}&client_secret=s ${issued} @1.2s`,
        severity: 'info',
        cause: undefined,
      },
    'the answer to the first was lost': {
      trace: `${ask}\n${redeem} -> net::ERR_TIMED_OUT @1s\n${redeem} ${refused} @9s`,
      severity: 'warning',
      cause: 'code_reused',
      says: /answer was lost/,
    },
    'a refused request had sent it before': {
      trace: `${ask}\n${redeem} -> 401 {"error":"invalid_client"} @1s\n${redeem} ${refused} @2s`,
      severity: 'info',
      cause: 'code_reused',
      says: /look at the first refusal/,
    },
  },
  silent: {
    'redeemed once': `${ask}\n${redeem} ${issued} @1s`,
    'two redemptions overlap, which another rule says': `${ask}\n${redeem} ${refused} @1s took=400ms\n${redeem} ${issued} @1.1s took=200ms`,
    'repeated with the nonce of the server (RFC 9449 §8)': `${ask}\n${redeem} -> 400 {"error":"use_dpop_nonce"} @1s\n${redeem} ${issued} @1.2s`,
    'a preflight goes ahead': `${ask}\nOPTIONS https://op.test/token -> 204 @0.9s\n${redeem} ${issued} @1s`,
    'a recorder lists a request twice': `${ask}\n${redeem} -> ... @1s\n${redeem} ${issued} @1.002s`,
    'the callback is loaded twice and redeemed once': `${ask}\nGET https://app.test/cb?code=k1&state=s -> 200 <p>hi</p> @0.5s\nGET https://app.test/cb?code=k1&state=s -> 200 <p>hi</p> @0.7s\n${redeem} ${issued} @1s`,
  },
});
