import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { Known } from '../http/exchange.ts';

/** What is said where a part is absent, and must not be where it was not captured. */
interface Situation {
  /** Each `…` ends a line of which the part is lacking. */
  readonly trace: string;
  readonly lacks: keyof Known;
  readonly says: RegExp;
}

const ask = (more = ''): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n${more} -> 302 https://app.test/cb?code=k&state=s`;
const redeem = (answer: string, more = ''): string =>
  `POST https://op.test/token ${more}grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> ${answer}`;
const issued = '200 {"access_token":"t","token_type":"Bearer"}';
const refused = '400 {"error":"invalid_grant"}';
const offersDpop =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/token","authorization_endpoint":"https://op.test/authorize","dpop_signing_alg_values_supported":["ES256"]}';
const boundTo = '&dpop_jkt=0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I';
const earlier =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k0&redirect_uri=https://app.test/cb';
const withSecret = redeem('401 {"error":"invalid_client"}').replace(' -> ', '&client_secret=s -> ');

const situations: Readonly<Record<string, Situation>> = {
  'a proof of the key that the code is bound to': {
    trace: `${ask(boundTo)}\n${redeem(refused)}…`,
    lacks: 'requestHeaders',
    says: /has no proof of that key/u,
  },
  'a proof that the client’s registration asks for': {
    trace: `${offersDpop}\n${ask(boundTo)}\n${redeem(refused)}…`,
    lacks: 'requestHeaders',
    says: /dpop_invalid/u,
  },
  'a token of who registers a client': {
    trace: 'POST https://op.test/register {"redirect_uris":["https://app.test/cb"]} -> 401 kind=fetch…',
    lacks: 'requestHeaders',
    says: /the request has none/u,
  },
  'an ID token in the answer of a login': {
    trace: `${ask().replace('response_type=code', 'response_type=code+id_token')}…`,
    lacks: 'fragment',
    says: /id-token-missing/u,
  },
  'credentials in a header of a page that redeems a code': {
    trace: `${ask()}\n${redeem(issued)}…`,
    lacks: 'requestHeaders',
    says: /pkce-missing warning/u,
  },
  'a verifier of a page that redeems a code': {
    trace: `${ask()}\n${redeem(issued)}…`,
    lacks: 'requestBody',
    says: /pkce-missing warning/u,
  },
  'credentials in a header of the request that worked before': {
    trace: `${earlier} -> ${issued}…\n${withSecret}`,
    lacks: 'requestHeaders',
    says: /last successful request had none/u,
  },
  'credentials in the body of the request that worked before': {
    trace: `${earlier} -> ${issued}…\n${withSecret}`,
    lacks: 'requestBody',
    says: /last successful request had none/u,
  },
  'what a preflight’s answer allows': {
    trace: `${ask()}\nOPTIONS https://op.test/token -> 204…\n${redeem('net::ERR_FAILED', '[Origin: https://app.test] ')}`,
    lacks: 'responseHeaders',
    says: /allows no other origin/u,
  },
};

/** Findings and causes, one a line. */
function said(trace: string): string {
  return analyze(fromTraceText(trace))
    .flows.flatMap(({ findings, verdict }) => [
      ...findings.map(({ rule, severity, title }) => `${rule} ${severity} ${title}`),
      ...verdict.causes.map(({ id, confidence, sentence }) => `${id} ${confidence} ${sentence}`),
    ])
    .join('\n');
}

describe('what is absent is said, and what was not captured is not taken for absent', () => {
  test.each(Object.entries(situations))('%s', (_, { trace, lacks, says }) => {
    expect(said(trace.replaceAll('…', ''))).toMatch(says);
    expect(said(trace.replaceAll('…', ` unknown=${lacks}`))).not.toMatch(says);
  });

  test('a server that lets nobody register is not said to have refused a token that nobody saw', () => {
    const { trace = '' } = situations['a token of who registers a client'] ?? {};
    expect(said(trace.replace('…', ' unknown=requestHeaders'))).toMatch(/wants an initial access token\./u);
  });
});
