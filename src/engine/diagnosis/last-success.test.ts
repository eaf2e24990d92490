import { expect, test } from 'vitest';
import { fromTraceText, traceStart } from '../../testing/trace-text.ts';
import { analyze, createAnalyzer } from '../analyze.ts';
import { readSuccesses, withSuccess, type LastSuccess } from './last-success.ts';

const shop: LastSuccess = {
  clientId: 'shop',
  authority: 'op.test',
  grantType: 'authorization_code',
  redirectUri: 'https://app.test/cb',
  method: 'client_secret_basic',
  scope: 'openid profile',
  at: traceStart - 86_400_000,
};

const login = (redirectUri: string, scope: string, answer: string): string => `
  GET https://op.test/authorize?response_type=code&client_id=shop&scope=${scope}&redirect_uri=${redirectUri}&state=st-4f9a8e7d6c5b -> 302 ${redirectUri}?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b
  POST https://op.test/token [Authorization: Basic ${btoa('shop:s3cr3t-value')}] grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=${redirectUri} -> ${answer}`;
const refused = '400 {"error":"invalid_grant"}';
const issued = '200 {"access_token":"t","token_type":"Bearer"}';

function titleOf(trace: string, successes: readonly LastSuccess[]): string | undefined {
  const analyzer = createAnalyzer();
  for (const exchange of fromTraceText(trace)) analyzer.ingest(exchange);
  analyzer.know({ successes });
  const findings = analyzer.report().flows.at(-1)?.findings ?? [];
  return findings.find(({ rule }) => rule === 'regression-vs-last-success')?.title;
}

test.each<readonly [string, string, LastSuccess, RegExp | undefined]>([
  [
    'a redirect_uri changed',
    login('https://app.test/new', 'openid+profile', refused),
    shop,
    /^The last successful login of this client used redirect_uri “https:\/\/app\.test\/cb”, and this one does not$/,
  ],
  [
    'the method changed',
    login('https://app.test/cb', 'profile+openid', refused),
    { ...shop, method: 'none' },
    /used no client authentication, and/,
  ],
  ['a scope was added', login('https://app.test/cb', 'openid', refused), shop, /used scope “openid profile”/],
  [
    'nothing changed',
    login('https://app.test/cb', 'profile+openid', refused),
    shop,
    /^Nothing that is remembered changed/,
  ],
  ['the login works', login('https://app.test/new', 'openid', issued), shop, undefined],
  [
    'it is of another client',
    login('https://app.test/new', 'openid', refused),
    { ...shop, clientId: 'job' },
    undefined,
  ],
  [
    'it is of another server',
    login('https://app.test/new', 'openid', refused),
    { ...shop, authority: 'x.test' },
    undefined,
  ],
  [
    'it is of another grant',
    login('https://app.test/new', 'openid', refused),
    { ...shop, grantType: 'password' },
    undefined,
  ],
  [
    'it is of a later time',
    login('https://app.test/new', 'openid', refused),
    { ...shop, at: traceStart + 1 },
    undefined,
  ],
  [
    'the session itself has a later success',
    `${login('https://app.test/cb', 'openid', issued)}\n${login('https://app.test/new', 'openid', refused).replaceAll('Splx', 'Tplx').replaceAll('st-4', 'st-5')}`,
    shop,
    /^Since this client last succeeded/,
  ],
])('a failed login is held against what worked in an earlier session: %s', (_, trace, success, title) => {
  if (title === undefined) expect(titleOf(trace, [success])).toBeUndefined();
  else expect(titleOf(trace, [success])).toMatch(title);
});

test('a success is what the client used, and no secret', () => {
  const [flow] = analyze(fromTraceText(login('https://app.test/cb', 'openid+profile', issued))).flows;
  expect(flow?.success).toEqual({ ...shop, at: traceStart + 100 });
});

test.each([
  ['a code in the redirect_uri', { ...shop, redirectUri: 'https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA' }],
  ['a method nobody knows', { ...shop, method: 's3cr3t' }],
  ['a scope that is no scope', { ...shop, scope: 'user@example.com is here' }],
  ['a grant that is none', { ...shop, grantType: 'My Secret' }],
  ['no time', { ...shop, at: undefined }],
])('what is stored and has %s is not read', (_, stored) => {
  expect(readSuccesses([stored, shop])).toEqual([shop]);
});

test('what is stored and is no list is not read', () => {
  for (const stored of [undefined, null, 'x', 7, { a: 1 }, [null, 'x', []]])
    expect(readSuccesses(stored)).toEqual([]);
});

test('a later success replaces an earlier one, and never the other way round', () => {
  const later = { ...shop, at: shop.at + 1 };
  expect(withSuccess([shop], later)).toEqual([later]);
  expect(withSuccess([later], shop)).toEqual([later]);
});

test.each([
  ['a password in the redirect_uri', login('https://u:s3cr3t@app.test/cb', 'openid', issued)],
  [
    'a token in the redirect_uri',
    login('https://app.test/cb/9f8e7d6c5b4a3f2e1d0c9b8a7f6e', 'openid', issued),
  ],
  ['an address for a scope', login('https://app.test/cb', 'openid+alice%40example.com', issued)],
  [
    'a client_id that was hidden',
    login('https://app.test/cb', 'openid', issued).replace(
      'client_id=shop',
      'client_id=‹client_id·a3f9·4%20chars›',
    ),
  ],
])('a login that works with %s is not remembered', (_, trace) => {
  const flows = analyze(fromTraceText(trace)).flows;
  expect(flows.map(({ verdict, success }) => [verdict.outcome, success])).toEqual([['succeeded', undefined]]);
});

test('a refused redirect_uri is compared with the one that an earlier session’s login used', () => {
  const refusedUri =
    'GET https://op.test/authorize?response_type=code&client_id=shop&redirect_uri=https://app.test/cb/&state=s -> 400 <p>redirect_uri_mismatch</p>';
  const sentences = [[shop], [{ ...shop, redirectUri: undefined }]].map((successes) => {
    const analyzer = createAnalyzer();
    for (const exchange of fromTraceText(refusedUri)) analyzer.ingest(exchange);
    analyzer.know({ successes });
    return analyzer.report().flows[0]?.verdict.sentence;
  });
  expect(sentences[0]).toBe(
    'The redirect_uri is not registered; compared with “https://app.test/cb”, with which this client logged in last, it ends with an extra “/”.',
  );
  expect(sentences[1]).not.toMatch(/logged in last/);
});
