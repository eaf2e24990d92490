import { expect, test } from 'vitest';
import { factSession, factsIn, textsByFormat } from '../../testing/planted/facts-by-format.ts';
import { factTraffic, facts, idToken } from '../../testing/planted/facts.ts';
import { analyze } from '../analyze.ts';
import { decodeJwt } from '../oauth/jwt.ts';
import { logHeaders, logMembers } from '../oauth/log-handles.ts';
import { headerTreatmentOf } from './header-policy.ts';
import { treatmentOf } from './name-policy.ts';
import { createRedactor } from './redact.ts';
import { redactSession } from './shareable.ts';
import type { ShareFormat } from './share-formats.ts';

const redactor = createRedactor({ key: new Uint8Array(32) });
for (const exchange of factTraffic) redactor.learn(exchange);
const redacted = factTraffic.map((exchange) => redactor.redact(exchange));
const shown = decodeURIComponent(
  JSON.stringify(redacted).replaceAll(/%(?![0-9A-Fa-f]{2})/g, '%25'),
).replaceAll('\\"', '"');
const shownToken = decodeJwt(/"id_token":"([^"]+)"/.exec(shown)?.[1] ?? '');

test.each(facts)('support still reads the %s', (_, fact) => {
  expect(shown).toContain(fact);
});

const texts = textsByFormat();
const allFacts = facts.map(([fact]) => fact);
const factsOf = (format: ShareFormat): readonly string[] => factsIn(texts.get(format) ?? '');

test('a trace and a HAR hold every fact', () => {
  expect(allFacts.length).toBeGreaterThanOrEqual(60);
  expect(factsOf('trace')).toEqual(allFacts);
  expect(factsOf('har')).toEqual(allFacts);
});

test('curl commands hold every fact that a request of a step sends, but for the browser’s own name', () => {
  const steps = factSession.report.flows.flatMap((flow) => flow.steps.map(({ exchange }) => exchange));
  const sent = factSession.exchanges
    .filter(({ id }) => steps.includes(id))
    .map(({ url, requestHeaders, requestBody }) => [
      decodeURIComponent(url),
      ...requestHeaders.flatMap(({ name, value }) => (name === 'User-Agent' ? [] : [value])),
      decodeURIComponent(requestBody?.text ?? ''),
    ]);
  const expected = factsIn(JSON.stringify(sent));
  expect(expected.length).toBeGreaterThan(20);
  expect(factsOf('curl')).toEqual(expect.arrayContaining([...expected]));
});

test('what a server said of a failure, and where, is in the ticket and in the report', () => {
  const told = [
    ...['error text', 'client_id quoted in an error text', 'status', 'host of a trial'],
    ...['Okta error code', 'Okta error text', 'page heading', 'page text', 'Google error', 'network error'],
    ...['request id header', 'trace id', 'correlation id', 'date', 'Okta error id'],
    ...['AADSTS code in a redirect', 'address quoted in an error text', 'time in an error text'],
    ...['trace id in an error text', 'correlation id in an error text', 'Okta request id', 'AWS request id'],
  ];
  expect(factsOf('markdown')).toEqual(expect.arrayContaining(told));
  expect(factsOf('html')).toEqual(expect.arrayContaining(told));
});

test('what the server’s log knows a request by is kept under every name that the product knows', () => {
  expect(logHeaders.filter((name) => headerTreatmentOf(name) !== 'trace')).toEqual([]);
  // Some servers call the login itself `request_id`, and who has it may go on with that login.
  expect(logMembers.filter((name) => treatmentOf(name, 'member').how === 'hide')).toEqual(['request_id']);
});

test('where the user says so, no id of a request is in any format, and all else is as it was', () => {
  const session = redactSession(
    factTraffic,
    analyze(factTraffic),
    createRedactor({ key: new Uint8Array(32).fill(7), hideTraceIds: true }),
  );
  const ids = facts.filter(([fact]) => /^(?:trace|correlation|request|Okta request|Okta error|AWS request) id/u.test(fact)); // prettier-ignore
  expect(ids).toHaveLength(8);
  for (const [format, text] of textsByFormat(session)) {
    const values = ids.map(([, words]) => words.replace(/^.* /u, ''));
    expect(
      values.filter((value) => text.includes(value)),
      format,
    ).toEqual([]);
  }
  expect(factsIn(textsByFormat(session).get('trace') ?? '')).toEqual(
    allFacts.filter((fact) => !ids.some(([id]) => id === fact)),
  );
  expect(session.receipt?.kept).not.toContain('trace and correlation ids');
  expect(session.receipt?.removed.find(({ category }) => category === 'trace_id')?.values).toBe(8);
});

test.each(['markdown', 'mermaid', 'html', 'svg'] as const)(
  'the %s names the server of every login',
  (format) => {
    const hosts = new Set(analyze(factTraffic).flows.map(({ authority }) => authority.host));
    expect(hosts.size).toBeGreaterThan(5);
    for (const host of hosts) expect(texts.get(format)).toContain(host);
  },
);

test('support still reads the header and the claims of a token that are about no person', () => {
  expect(shownToken?.header).toEqual({ typ: 'JWT', alg: 'RS256', kid: 'nOo3ZDrODXEK1jKWhXslHR_KXEg' });
  const { sub, ...claims } = decodeJwt(idToken)?.claims ?? {};
  const { sub: shownSub, ...shownClaims } = shownToken?.claims ?? {};
  expect(shownClaims).toEqual(claims);
  expect(String(shownSub)).toMatch(/^‹sub·[0-9a-f]{4}-[0-9a-f]{4}·43 chars›$/);
  expect(shownSub).not.toBe(sub);
});

test('the client of Basic credentials is still read', () => {
  const basic = redacted[2]?.requestHeaders.find(({ name }) => name === 'Authorization')?.value ?? '';
  expect(atob(basic.slice(6))).toMatch(/^0oa1b2c3d4e5f6g7h8i9:/);
});
