import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanBrokeredLogins } from '../../testing/clean-brokered-logins.ts';
import { cleanLogins } from '../../testing/clean-logins.ts';
import { sequences } from '../../testing/sequences.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { Exchange } from '../http/exchange.ts';

/** SAML 2.0 by redirect, form and artifact, WS-Federation and CAS, as one server asks another and is answered. */
const asked = [
  'GET https://idp.corp.test/sso?SAMLRequest=fZLLTsMwEEX3fEXkfR520zSxmlSFqhISL1Fgwc51Jo2lxA4eB8Hfk6YUwYayG1vX5547msXyvW2CN7CojM4JixISgJamVHqfk6fHTZiRZXGxQNE2fMdXvav1A7z2gC5YIYJ1w7tLo7FvwW7BvikJTw83Oamd65DHcYexqFqlo_3wKpKmjUdgHCOaOI6TOE5JsB7QSgt3oJ1-KYwqVXYDEXMcx-kTAAAAAAAAAAAA',
  'POST https://idp.corp.test/sso SAMLRequest=PHNhbWxwOkF1dGhuUmVxdWVzdCBJRD0iXzEiLz4%3D',
  'GET https://idp.corp.test/artifact?SAMLart=AAQAAMh48%2F1oXIM%2BsDo7Dh2qMp1HM4IF5DaRNmDj6RdUmllwn9jJHyEgIi8%3D',
  'GET http://adfs.corp.test/adfs/ls/?wa=wsignin1.0&wtrealm=urn%3Aop&wct=2027-01-15T08%3A00%3A00Z',
  'POST https://OP/acs SAMLResponse=PHNhbWxwOlJlc3BvbnNlIElEPSJfMiIvPg%3D%3D',
  'POST https://OP/wsfed wa=wsignin1.0&wresult=%3CRequestSecurityTokenResponse%2F%3E',
  'GET https://OP/cas?ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7-cas',
] as const;
const relayed = [
  '',
  'state=elsewhere',
  'code=0123456789abcdef',
  'error=access_denied',
  'iss=https%3A%2F%2Fidp.corp.test',
] as const;
const answers = [
  '200 <form>',
  '302 https://OP/continue',
  '302 https://idp.corp.test/login',
  '401 <p>Log in</p>',
  '403',
  '500',
  'net::ERR_ABORTED',
] as const;

const hop = fc.record({
  line: fc.constantFrom(...asked),
  relay: fc.constantFrom(...relayed),
  answer: fc.constantFrom(...answers),
  /** Where it stands between the first and the last exchange of the login. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Hop = typeof hop extends fc.Arbitrary<infer Value> ? Value : never;

const traces: readonly string[] = [
  ...cleanLogins.map(({ trace }) => trace),
  ...cleanBrokeredLogins.map(([, trace]) => trace),
  ...sequences.flatMap(({ trace, rule }) => (rule === undefined ? [trace] : [])),
];

/** The hop in the tab and frame of the login, at the host of its server. */
function exchangeOf({ line, relay, answer, at }: Hop, login: readonly Exchange[], index: number): Exchange[] {
  const [first] = login;
  if (first === undefined) return [];
  const host = new URL(first.url).host;
  const text = `${line}${relay === '' ? '' : `&RelayState=${encodeURIComponent(relay)}&${relay}`} -> ${answer}`;
  const [exchange] = fromTraceText(`${text.replaceAll('OP', host)} kind=navigation id=foreign-${index}`);
  if (exchange === undefined) return [];
  const last = login.at(-1)?.startedAt ?? first.startedAt;
  const startedAt = first.startedAt + at * (last - first.startedAt);
  return [
    {
      ...exchange,
      ...{ tab: first.tab, frame: first.frame, source: first.source },
      ...{ startedAt, respondedAt: startedAt + 30, endedAt: startedAt + 30 },
    },
  ];
}

function said(exchanges: readonly Exchange[]): unknown {
  return analyze(exchanges).flows.map(({ kind, verdict, findings }) => ({
    kind,
    outcome: verdict.outcome,
    causes: verdict.causes.map(({ id }) => id),
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  }));
}

test('SAML, WS-Federation and CAS inside a clean login change nothing of what is said', () => {
  fc.assert(
    fc.property(fc.constantFrom(...traces), fc.array(hop, { minLength: 1, maxLength: 4 }), (trace, hops) => {
      const login = fromTraceText(trace);
      const foreign = hops.flatMap((each, index) => exchangeOf(each, login, index));
      expect(said([...login, ...foreign])).toEqual(said(login));
    }),
    { numRuns: 300, seed: 20_271_115 },
  );
});
