import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const ask = (uri: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${uri}&state=af0ifjsldkj4F2kQ -> 302 ${uri}?code=SplxlOBeZQQYbYS6&state=af0ifjsldkj4F2kQ`;
const redeem = 'POST https://op.test/token grant_type=authorization_code&client_id=c&code=SplxlOBeZQQYbYS6';
const redeemFromPage = redeem.replace(' grant', ' [Origin: https://app.test] grant');
const good = '200 {"access_token":"a","refresh_token":"r","token_type":"Bearer","expires_in":300}';
const web = 'https://app.test/cb';
const origin = '[Origin: https://app.test]';
const refresh = 'grant_type=refresh_token&client_id=c&refresh_token=r';

/** The rules that presume a client of one kind. */
const presuming = new Set([
  ...['pkce-missing', 'refresh-not-rotated', 'client-secret-exposed'],
  ...['public-client-sends-credentials', 'client-auth-missing', 'dpop-key-mismatch'],
]);

/** What they say of a trace that is more than advice. */
function saidOf(trace: string): readonly string[] {
  return analyze(fromTraceText(trace))
    .flows.flatMap(({ findings }) => findings)
    .filter(({ rule, severity }) => presuming.has(rule) && severity !== 'info')
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('of a client whose kind nothing proves, no rule presumes one', () => {
  test.each([
    [
      'its server has the code',
      `${ask(web)}\nGET ${web}?code=SplxlOBeZQQYbYS6&state=af0ifjsldkj4F2kQ -> 302 https://app.test/home`,
    ],
    [
      'a recording of its server, with headers left out',
      `${ask(web)}\n${redeem} -> ${good} tab=none unknown=requestHeaders`,
    ],
    [
      'a recording of its server, with the body left out',
      `POST https://op.test/token grant_type=refresh_token -> ${good} tab=none unknown=requestBody`,
    ],
    [
      'a call that failed, with headers left out',
      `${ask(web)}\n${redeem} -> 401 {"error":"invalid_client"} tab=none unknown=requestHeaders`,
    ],
    [
      'a server that is called with a secret',
      `${ask(web)}\n${redeem}&client_secret=s3cr3t-0f-the-app -> ${good} tab=none`,
    ],
    [
      'a page whose own server adds the credentials',
      `GET https://app.test/authorize?response_type=code&client_id=c&redirect_uri=${web}&state=x -> 302 https://op.test/login
       POST https://app.test/bff/token ${origin} ${refresh} -> ${good} kind=fetch
       POST https://app.test/bff/token ${origin} ${refresh} -> ${good} kind=fetch`,
    ],
    [
      'an app that refreshes at a server’s own address, without Origin',
      `POST https://op.test/token ${refresh} -> ${good} tab=none\nPOST https://op.test/token ${refresh} -> ${good} tab=none`,
    ],
    [
      'a client at an address for certificates',
      `${ask(web)}\nPOST https://mtls.op.test/token grant_type=authorization_code&client_id=c&code=SplxlOBeZQQYbYS6 -> ${good} tab=none`,
    ],
  ])('%s', (_, trace) => {
    expect(saidOf(trace)).toEqual([]);
  });
});

describe('of a client whose kind is proven, they say what holds for it', () => {
  test.each([
    [
      'a page that redeems without credentials',
      `${ask(web)}\n${redeemFromPage} -> ${good} kind=fetch`,
      'pkce-missing warning',
    ],
    ['an app with a scheme of its own', ask('com.example.app:/cb'), 'pkce-missing warning'],
    [
      'a page that sends a secret',
      `${ask(web)}\n${redeemFromPage}&client_secret=s3cr3t-0f-the-app -> ${good} kind=fetch`,
      'client-secret-exposed warning',
    ],
  ])('%s', (_, trace, expected) => {
    expect(saidOf(trace)).toContain(expected);
  });
});
