import { checkRule } from '../../../testing/check-rule.ts';

const ask = (more = '', type = 'code'): string =>
  `GET https://op.test/authorize?response_type=${type}&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123&nonce=n1${more}`;
const back = ' -> 302 https://app.test/cb?code=k1&state=some-state-123';
const redeem = (more: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb${more} -> 200 {"access_token":"t","token_type":"Bearer"}`;

checkRule('pkce-missing', {
  fails: {
    'nothing tells whether the client is public': {
      trace: ask() + back,
      severity: 'info',
      cause: undefined,
    },
    'a page redeems without credentials': {
      trace: `${ask()}${back}\n${redeem('')}`,
      severity: 'warning',
      cause: undefined,
    },
    'a page redeems without credentials, seen by a proxy': {
      trace: `${ask()}${back}\n${redeem('').replace('/token', '/token [Origin: https://app.test]')} tab=none`,
      severity: 'warning',
      cause: undefined,
    },
    'the page’s own server redeems, and may add a secret': {
      trace: `${ask()}${back}\n${redeem('').replace('https://op.test/token', 'https://app.test/token [Origin: https://app.test]')}`,
      severity: 'info',
      cause: undefined,
    },
    'the answer goes to a native app': {
      trace: `${ask()}${back}`.replaceAll('https://app.test/cb', 'com.example.app:/cb'),
      severity: 'warning',
      cause: undefined,
    },
    'the answer goes to a native app, whose server has a secret': {
      trace: `${ask()}${back}\n${redeem('&client_secret=s3cret')} tab=none`.replaceAll(
        'https://app.test/cb',
        'com.example.app:/cb',
      ),
      severity: 'info',
      cause: undefined,
    },
    'the server demands it': {
      trace: `${ask()} -> 302 https://app.test/cb?error=invalid_request&error_description=PKCE+is+required&state=some-state-123`,
      severity: 'error',
      cause: 'pkce_required',
    },
  },
  silent: {
    'PKCE is used': `${ask('&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256')}${back}`,
    'the request was pushed out of sight': `GET https://op.test/authorize?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A1${back}`,
    'no code is asked for': `${ask('', 'id_token')} -> 302 https://app.test/cb#id_token=a.b.c&state=some-state-123`,
  },
});
