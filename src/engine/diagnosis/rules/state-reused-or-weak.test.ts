import { expect, test } from 'vitest';
import { analyze, createAnalyzer } from '../../analyze.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { readOneByOne } from '../../../testing/read-one-by-one.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';

const ask = (state: string, code: string, more = ''): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=${state}${more} -> 302 https://app.test/cb?code=${code}&state=${state}`;
const random = 'Zk3vQ9sLw2Xy8Rt5';
const same = (code: string): string => ask(random, code, '&nonce=n');
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb -> 200 {"access_token":"t-${code}"}`;
const land = (code: string, answer: string): string =>
  `GET https://app.test/cb?code=${code}&state=${random} -> ${answer}`;
const start = (code: string): string => `GET https://app.test/login -> 302 ${same(code).split(' ')[1]}`;
const pkce = (name: string): string =>
  `&code_challenge=${name}9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256`;

checkRule('state-reused-or-weak', {
  fails: {
    'a counter': { trace: ask('17', 'k'), severity: 'info', cause: undefined, says: /short/ },
    'the same in two tabs': {
      trace: `${ask(random, 'k1')}\n${ask(random, 'k2')} tab=2`,
      severity: 'warning',
      cause: undefined,
      says: /several logins/,
    },
    'the same in two logins of a page, and the nonce too': {
      trace: [same('k1'), redeem('k1'), same('k2'), redeem('k2')].join('\n'),
      severity: 'warning',
      cause: undefined,
      says: /several logins/,
    },
    'the same in two logins of a server, and the nonce too': {
      trace: ['k1', 'k2']
        .flatMap((code) => [start(code), same(code), land(code, '302 https://app.test/')])
        .join('\n'),
      severity: 'warning',
      cause: undefined,
      says: /several logins/,
    },
  },
  silent: {
    'random, with a path behind it': ask(`${random}.%2Fhome`, 'k'),
    'a signed one': ask('eyJhbGciOiJIUzI1NiJ9.eyJyIjoiL2hvbWUifQ.c2lnbmF0dXJlLW9mLWl0', 'k'),
    random: ask(random, 'k'),
    'a back button after a login': `${ask(random, 'k1')}\n${redeem('k1')}\n${ask(random, 'k2')}`,
    'in two tabs while neither was answered': [
      ...[1, 2].map((tab) => `${ask(random, '').replace(/-> .*/, '-> 200 <p>Sign in</p>')} tab=${tab}`),
      ...[1, 2].map((tab) => `${land(`k${tab}`, '200 <p>App</p>')} tab=${tab}`),
    ].join('\n'),
    'a constant that PKCE makes harmless': `${ask('home', 'k1', pkce('E'))}\n${ask('home', 'k2', pkce('F'))} tab=2`,
    'a back button after a login with a nonce': [
      ...[start('k1'), same('k1'), land('k1', '302 https://app.test/'), same('k2')],
      land('k2', '302 https://app.test/'),
    ].join('\n'),
    'a constant beside a fresh nonce': ['k1', 'k2']
      .flatMap((code) => [same(code).replace('nonce=n', `nonce=n-${code}`), redeem(code)])
      .join('\n'),
    'the request is loaded again': `${ask(random, 'k1').replace(/-> .*/, '-> 200 <p>Sign in</p>')}\n${ask(random, 'k1')}`,
    redacted: ask('‹state·a1·3 chars›', 'k'),
  },
});

test('a login that is over keeps its findings whatever login follows, in whatever order they are read', () => {
  const first = [ask(random, 'k1'), redeem('k1')];
  const exchanges = fromTraceText([...first, ask(random, 'k2'), redeem('k2')].join('\n'));
  const [alone] = analyze(exchanges.slice(0, 2)).flows;
  const both = analyze(exchanges);
  expect(both.flows[0]).toEqual(alone);
  expect(
    both.flows.map(({ findings }) => findings.some(({ rule }) => rule === 'state-reused-or-weak')),
  ).toEqual([false, true]);
  for (const report of readOneByOne(exchanges)) expect(report).toEqual(both);
});

test('an earlier login whose redemption becomes known last counts all the same', () => {
  const exchanges = fromTraceText(
    [ask(random, 'k1'), redeem('k1'), ask(random, 'k2'), redeem('k2')].join('\n'),
  );
  const analyzer = createAnalyzer();
  for (const index of [0, 2, 3, 1]) {
    for (const exchange of exchanges.slice(index, index + 1)) analyzer.ingest(exchange);
    analyzer.report();
  }
  expect(analyzer.report()).toEqual(analyze(exchanges));
});
