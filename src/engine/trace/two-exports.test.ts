import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { Exchange } from '../http/exchange.ts';
import { createRedactor } from './redact.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
// {"alg":"RS256"}.{"iss":"https://op.test","sub":"u1","aud":"c","nonce":"nonce-7d3a91c5f2","iat":1800000000,"exp":1800003600}
const idToken =
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL29wLnRlc3QiLCJzdWIiOiJ1MSIsImF1ZCI6ImMiLCJub25jZSI6Im5vbmNlLTdkM2E5MWM1ZjIiLCJpYXQiOjE4MDAwMDAwMDAsImV4cCI6MTgwMDAwMzYwMH0.c2lnbmF0dXJlLW9mLXRoZS1pZC10b2tlbg';
const tokens = `"token_type":"Bearer","access_token":"at-51c8e2d94b7f","refresh_token":"rt-0a6d3c9be815f7"`;
const login = (answer: string): string => `
  GET https://op.test/authorize?response_type=code&scope=openid&client_id=c&redirect_uri=https://app.test/cb&state=st-4f9a8e7d6c5b&nonce=nonce-7d3a91c5f2&code_challenge=${challenge}&code_challenge_method=S256 -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b
  GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b -> 200 <p>hi</p>
  POST https://op.test/token grant_type=authorization_code&client_id=c&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https://app.test/cb&code_verifier=${verifier} -> ${answer}`;
const refresh = (answer: string): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=rt-0a6d3c9be815f7 -> ${answer}`;

const sessions = {
  'a login that works': login(`200 {${tokens},"id_token":"${idToken}"}`),
  'a code that is refused': login('400 {"error":"invalid_grant"}'),
  'a login and two refreshes': [
    login(`200 {${tokens},"id_token":"${idToken}"}`),
    refresh(`200 {${tokens}}`),
    refresh('400 {"error":"invalid_grant"}'),
  ].join('\n'),
};

function exportOf(key: number, exchanges: readonly Exchange[]): readonly Exchange[] {
  const redactor = createRedactor({ key: new Uint8Array(32).fill(key) });
  for (const exchange of exchanges) redactor.learn(exchange);
  return exchanges.map((exchange) => redactor.redact(exchange));
}

/** What is claimed as a fact: findings, and causes that are certain. */
function claims(exchanges: readonly Exchange[]): ReadonlySet<string> {
  return new Set(
    analyze(exchanges).flows.flatMap(({ findings, verdict }) => [
      ...findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
      ...verdict.causes.filter(({ confidence }) => confidence === 'certain').map(({ id }) => id),
    ]),
  );
}

/** Each way to hide some exchanges in one export and the others in another, or not at all. */
function* mixtures(
  exchanges: readonly Exchange[],
  other: readonly Exchange[],
): Generator<readonly Exchange[]> {
  const [one, two] = [exportOf(1, exchanges), other];
  for (let mask = 0; mask < 2 ** exchanges.length; mask++)
    yield exchanges.map(
      (exchange, index) => ((mask >> index) % 2 === 0 ? one[index] : two[index]) ?? exchange,
    );
}

for (const [name, text] of Object.entries(sessions)) {
  const exchanges = fromTraceText(text);
  const truth = claims(exchanges);
  const nothingNew = (mixture: readonly Exchange[]): void => {
    expect([...claims(mixture)].filter((claim) => !truth.has(claim))).toEqual([]);
  };

  test(`tags of two exports claim nothing that the values do not: ${name}`, () => {
    for (const mixture of mixtures(exchanges, exportOf(2, exchanges))) nothingNew(mixture);
  });

  test(`a session half of which is hidden is exported again and claims nothing new: ${name}`, () => {
    for (const mixture of mixtures(exchanges, exchanges)) {
      const again = exportOf(3, mixture);
      nothingNew(again);
      expect(exportOf(4, again)).toEqual(again);
    }
  });
}

test('one export shows what the values show', () => {
  for (const text of Object.values(sessions)) {
    const exchanges = fromTraceText(text);
    expect(claims(exportOf(1, exchanges))).toEqual(claims(exchanges));
  }
});
