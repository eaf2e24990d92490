import { expect, test } from 'vitest';
import { fromTraceText, traceStart } from '../testing/trace-text.ts';
import { analyze, createAnalyzer } from './analyze.ts';

const login = fromTraceText(`
  GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s
  GET https://app.test/cb?code=k1&state=s -> 200 <p>wait</p>
  POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb/ -> 400 {"error":"invalid_grant"}
  GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s2 -> 302 https://app.test/cb?code=k2&state=s2 tab=2
`);

test('one by one and all at once give the same report', () => {
  const analyzer = createAnalyzer();
  for (const exchange of login) {
    analyzer.ingest(exchange);
    analyzer.report();
  }
  expect(analyzer.report()).toEqual(analyze(login));
});

test('an exchange that comes again with more known replaces what was said', () => {
  const [request, landing, redemption] = login;
  if (request === undefined || landing === undefined || redemption === undefined) throw new Error('no login');
  const analyzer = createAnalyzer();
  for (const each of [request, landing]) analyzer.ingest(each);
  const answerless = {
    ...redemption,
    status: undefined,
    responseBody: undefined,
    respondedAt: undefined,
    endedAt: undefined,
  };
  analyzer.ingest(answerless);
  expect(analyzer.report(redemption.startedAt + 10).flows[0]?.verdict.outcome).toBe('in_progress');
  const changed = analyzer.ingest(redemption);
  const reports = changed.flatMap((id) => analyzer.flow(id) ?? []);
  expect(reports.map(({ verdict }) => verdict.outcome)).toEqual(['failed']);
});

test('time alone turns a running login into one that went elsewhere', () => {
  const analyzer = createAnalyzer();
  for (const exchange of login.slice(0, 2)) analyzer.ingest(exchange);
  const outcomeAt = (seconds: number): string | undefined =>
    analyzer.report(traceStart + seconds * 1000).flows[0]?.verdict.outcome;
  expect([outcomeAt(1), outcomeAt(60), outcomeAt(1)]).toEqual([
    'in_progress',
    'handed_to_server',
    'in_progress',
  ]);
});

test('a forgotten exchange was never there', () => {
  const analyzer = createAnalyzer();
  for (const exchange of login) analyzer.ingest(exchange);
  analyzer.forget(login[2]?.id ?? '');
  expect(analyzer.report()).toEqual(analyze(login.filter((_, index) => index !== 2)));
});

test('what worked before counts in whatever order it becomes known', () => {
  const call = (secret: string, answer: string): string =>
    `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=${secret} ${answer}`;
  const exchanges = fromTraceText(
    [
      call('a', '-> 200 {"access_token":"t"}'),
      call('a', '-> 401 {"error":"invalid_client"}'),
      call('b', '-> 401 {"error":"invalid_client"}'),
    ].join('\n'),
  );
  const analyzer = createAnalyzer();
  for (const exchange of exchanges.toReversed()) {
    analyzer.ingest(exchange);
    analyzer.report();
  }
  expect(analyzer.report()).toEqual(analyze(exchanges));
  expect(analyze(exchanges).flows.map(({ verdict }) => verdict.causes[0]?.id)).toEqual([
    undefined,
    'client_secret_expired',
    'client_secret_wrong',
  ]);
});
