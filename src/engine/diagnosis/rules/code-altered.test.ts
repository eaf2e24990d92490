import { checkRule } from '../../../testing/check-rule.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const ask = (code: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&code_challenge=${challenge}&code_challenge_method=S256 -> 302 https://app.test/cb?code=${code}&state=s`;
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb&code_verifier=${verifier} -> 400 {"error":"invalid_grant"}`;

checkRule('code-altered', {
  fails: {
    'it was never decoded': {
      trace: `${ask('4%2F0Abc')}\n${redeem('4%252F0Abc')}`,
      severity: 'error',
      cause: 'code_unknown',
      says: /never decoded/,
    },
    'it was cut off': {
      trace: `${ask('4%2F0AbcDefGhi')}\n${redeem('4%2F0Abc')}`,
      severity: 'error',
      cause: 'code_unknown',
      says: /cut off after 6 of 12 characters/,
    },
    'Facebook’s fragment got into it': {
      trace: `${ask('AQBk')}\n${redeem('AQBk%23_%3D_')}`,
      severity: 'error',
      cause: 'code_unknown',
      says: /added at its end/,
    },
    'a plus became a blank': {
      trace: `${ask('a%2Bb%2Bc')}\n${redeem('a+b+c')}`,
      severity: 'error',
      cause: 'code_unknown',
      says: /swapped/,
    },
    'it is the code of another login, as PKCE proves': {
      trace: `${ask('first')}\n${redeem('second')}`,
      severity: 'error',
      cause: 'code_unknown',
      says: /a different code/,
    },
  },
  silent: {
    'Facebook’s fragment stays in the URL of the callback': `${ask('AQBk')}\nGET https://app.test/cb?code=AQBk&state=s#_=_ -> 200 <p>hi</p>\n${redeem('AQBk')}`,
    'sent as delivered': `${ask('4%2F0Abc')}\n${redeem('4%2F0Abc')}`,
    'another code, and nothing proves that it belongs here': `${ask('first').replace(/&code_challenge.*?S256/, '')}\n${redeem('second').replace(/&code_verifier=[^ ]*/, '')}`,
  },
});
