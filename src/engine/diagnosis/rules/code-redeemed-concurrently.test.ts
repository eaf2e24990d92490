import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s';
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb';
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('code-redeemed-concurrently', {
  fails: {
    'an effect runs twice, and the second loses': {
      trace: `${ask}\n${redeem} ${issued} @1s took=400ms\n${redeem} ${refused} @1.1s took=400ms`,
      severity: 'error',
      cause: 'code_reused',
      says: /two requests of one page/,
    },
    'the second follows at once': {
      trace: `${ask}\n${redeem} ${issued} @1s\n${redeem} ${refused} @1.5s`,
      severity: 'error',
      cause: 'code_reused',
      says: /by two requests of one page 500 ms apart, without the callback being loaded again/,
    },
    'two frames listen': {
      trace: `${ask}\n${redeem} ${issued} @1s took=400ms\n${redeem} ${refused} @1.1s took=400ms frame=3`,
      severity: 'error',
      cause: 'code_reused',
      says: /two frames of one tab at the same time/,
    },
    'two tabs finish one login': {
      trace: `${ask}\n${redeem} ${issued} @1s took=400ms\n${redeem} ${refused} @1.1s took=400ms tab=2`,
      severity: 'error',
      cause: 'code_reused',
      says: /by two tabs at the same time/,
    },
    'a back end asks twice': {
      trace: `${ask}\n${redeem} ${issued} @1s took=400ms tab=none\n${redeem} ${refused} @1.1s took=400ms tab=none`,
      severity: 'error',
      cause: 'code_reused',
      says: /by two requests at the same time/,
    },
    'one right after the other, and nobody can tell what became of them': {
      trace: `${ask}\n${redeem} ${issued} @1s\n${redeem} -> 503 @1.5s`,
      severity: 'warning',
      cause: 'server_error',
    },
    'the login worked in the end': {
      trace: `${ask}\n${redeem} ${refused} @1s took=400ms\n${redeem} ${issued} @1.1s took=200ms`,
      severity: 'error',
      cause: undefined,
    },
    'the server lets both through': {
      trace: `${ask}\n${redeem} ${issued} @1s took=400ms\n${redeem} ${issued} @1.1s took=400ms`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'redeemed once': `${ask}\n${redeem} ${issued} @1s`,
    'repeated with the nonce of the server': `${ask}\n${redeem} -> 400 {"error":"use_dpop_nonce"} @1s\n${redeem} ${issued} @1.1s`,
    'tried again by another method after a refusal': `${ask}\n${redeem} -> 401 {"error":"invalid_client"} @1s\n${redeem}&client_secret=s ${issued} @1.2s`,
    'the callback is loaded again at once': `${ask}\n${redeem} ${issued} @1s\nGET https://app.test/cb?code=k1&state=s -> 200 <p>hi</p> @1.4s\n${redeem} ${refused} @1.6s`,
    'a person reloads the page later': `${ask}\n${redeem} ${issued} @1s\n${redeem} ${refused} @9s`,
    'a recorder lists a request twice': `${ask}\n${redeem} -> ... @1s\n${redeem} ${issued} @1.002s`,
    'two codes': `${ask}\n${redeem} ${issued} @1s\n${redeem.replace('k1', 'k2')} ${issued} @1.01s`,
  },
});
