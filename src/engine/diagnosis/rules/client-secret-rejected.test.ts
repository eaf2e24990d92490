import { checkRule } from '../../../testing/check-rule.ts';

const ask = (host = 'https://op.test'): string =>
  `GET ${host}/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s`;
const redeem = (secret: string, answer: string, code = 'k1'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb&client_secret=${secret} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const saying = (words: string, code = 'invalid_client'): string =>
  `-> 401 {"error":"${code}","error_description":"${words}"}`;

checkRule('client-secret-rejected', {
  fails: {
    'Auth0 calls it access_denied, at whatever host': {
      trace: `${ask()}\n${redeem('wrong', saying('Unauthorized', 'access_denied'))}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'generic words': {
      trace: `${ask()}\n${redeem('wrong', refused)}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'the server says so': {
      trace: `${ask()}\n${redeem('wrong', saying('invalid client_secret'))}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'the secret of a confidential client is wrong (Okta)': {
      trace: `${ask()}\n${redeem('wrong', saying('The client secret supplied for a confidential client is invalid.'))}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'one text for client and credentials': {
      trace: `${ask()}\n${redeem('wrong', saying('Client authentication failed. Either the client or the client credentials are invalid.'))}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'Keycloak calls it unauthorized_client': {
      trace: `${ask()}\n${redeem('wrong', saying('Invalid client or Invalid client credentials', 'unauthorized_client'))}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'GitHub answers 200': {
      trace: `${ask()}\n${redeem('wrong', '-> 200 {"error":"incorrect_client_credentials"}')}`,
      severity: 'error',
      cause: 'client_secret_wrong',
    },
    'another secret worked before': {
      trace: `${redeem('right', issued, 'k0')}\n${ask()}\n${redeem('wrong', refused)}`,
      severity: 'error',
      cause: 'client_secret_wrong',
      says: /last successful request of this client sent another/,
    },
  },
  silent: {
    'the secret is right': `${ask()}\n${redeem('right', issued)}`,
    'no secret was sent': `${ask()}\n${redeem('', refused)}`,
    'the server does not know the client': `${ask()}\n${redeem('s', saying('client not found'))}`,
    'the server blames the redirect_uri': `${ask()}\n${redeem('s', saying('redirect_uri does not match'))}`,
    'the login ran at another server': `${ask('https://other.test')}\n${redeem('s', refused)}`,
    'the same secret worked before': `${redeem('right', issued, 'k0')}\n${ask()}\n${redeem('right', refused)}`,
    'the server is broken': `${ask()}\n${redeem('s', '-> 503 {"error":"invalid_client"}')}`,
  },
});
