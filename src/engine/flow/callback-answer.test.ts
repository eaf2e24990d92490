import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createAnalyzerOf } from '../analyzer.ts';
import type { Exchange } from '../http/exchange.ts';

const request =
  'GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 200 <p>Sign in</p>';
const answer = 'POST https://op.test/login user=u -> 302 https://app.test/cb?code=k123&state=s';
const landing = 'GET https://app.test/cb?code=k123&state=s';
const shown = [request, answer, `${landing} -> 200 <p>`];

test.each<readonly [string, readonly string[], string, string | undefined]>([
  ['a callback that answers 500', [request, answer, `${landing} -> 500 <p>Oops</p>`], 'failed', 'callback'],
  [
    'a callback that is not found',
    [request, answer, `${landing} -> 404 <p>Not found</p>`],
    'failed',
    'callback',
  ],
  [
    'a callback whose page names the error',
    [request, answer, `${landing} -> 200 <p>Login failed: invalid_client</p>`],
    'failed',
    'callback',
  ],
  [
    'a callback that leads to an error route',
    [request, answer, `${landing} -> 302 https://app.test/auth/error`],
    'failed',
    'callback',
  ],
  [
    'a callback that leads back with an error',
    [request, answer, `${landing} -> 302 https://app.test/login?error=OAuthCallback`],
    'failed',
    'callback',
  ],
  [
    'a callback that leads back with an error in the fragment',
    [request, answer, `${landing} -> 302 https://app.test/#error=failed`],
    'failed',
    'callback',
  ],
  [
    'a callback that leads home',
    [request, answer, `${landing} -> 302 https://app.test/`],
    'handed_to_server',
    undefined,
  ],
  [
    'a callback that answers with a page',
    [request, answer, `${landing} -> 200 <p>Welcome</p>`],
    'handed_to_server',
    undefined,
  ],
  [
    'a callback whose page speaks of errors',
    [request, answer, `${landing} -> 200 <p>No client is unknown to us</p>`],
    'handed_to_server',
    undefined,
  ],
  [
    'a code that the page hands to its server',
    [...shown, 'POST https://app.test/api {"code":"k123"} -> 200 {}'],
    'handed_to_server',
    undefined,
  ],
  [
    'one that the server cannot redeem',
    [
      request,
      answer,
      `${landing} -> 200 <p>`,
      'POST https://app.test/api {"code":"k123"} -> 401 {"error":"invalid_grant"}',
    ],
    'failed',
    'callback',
  ],
])('%s: %s', (_, lines, outcome, place) => {
  const flows = flowsIn(lines.join('\n'));
  expect(flows.map(({ progress }) => [progress.outcome, progress.failure?.place])).toEqual([
    [outcome, place],
  ]);
});

/** The outcomes after each exchange was taken in and each flow looked at. */
function outcomesAsTheyCome(exchanges: readonly Exchange[]): readonly string[] {
  const analyzer = createAnalyzerOf(undefined);
  let outcomes: readonly string[] = [];
  for (const exchange of exchanges) {
    analyzer.ingest(exchange);
    outcomes = analyzer.outlines().map(({ verdict }) => verdict.outcome);
  }
  return outcomes;
}

const page = (address: string, result = '200 <p>', options = ''): string =>
  `GET ${address} -> ${result} kind=navigation ${options}`;

/** The page that the callback shows, or its server, sends the browser on to where the app tells of errors. */
test.each<readonly [string, readonly string[], string, string | undefined]>([
  [
    'with the error as a parameter',
    [...shown, page('https://app.test/login?error=Callback')],
    'failed',
    'callback',
  ],
  ['as Spring Security does it', [...shown, page('https://app.test/login?error')], 'failed', 'callback'],
  ['under a name of its own', [...shown, page('https://app.test/?auth_error=x')], 'failed', 'callback'],
  ['by a path', [...shown, page('https://app.test/error')], 'failed', 'callback'],
  ['by a path below others', [...shown, page('https://app.test/en/auth/failed')], 'failed', 'callback'],
  [
    'by way of the home page',
    [
      request,
      answer,
      `${landing} -> 302 https://app.test/`,
      page('https://app.test/', '302 https://app.test/login?error=x'),
      page('https://app.test/login?error=x'),
    ],
    'failed',
    'callback',
  ],
  [
    'by redirects after a click of the user',
    [
      request,
      answer,
      `${landing} -> 302 https://app.test/home`,
      page('https://app.test/home', '302 https://app.test/error').replace(' ->', ' [Sec-Fetch-User: ?1] ->'),
      page('https://app.test/error').replace(' ->', ' [Sec-Fetch-User: ?1] ->'),
    ],
    'failed',
    'callback',
  ],
  [
    'where the user clicked',
    [...shown, page('https://app.test/error').replace(' ->', ' [Sec-Fetch-User: ?1] ->')],
    'handed_to_server',
    undefined,
  ],
  [
    'a minute later',
    [...shown, page('https://app.test/error', '200 <p>', '@60s')],
    'handed_to_server',
    undefined,
  ],
  ['of another site', [...shown, page('https://status.test/error')], 'handed_to_server', undefined],
  [
    'in another tab',
    [...shown, page('https://app.test/error', '200 <p>', 'tab=2')],
    'handed_to_server',
    undefined,
  ],
  [
    'in a frame',
    [...shown, page('https://app.test/error', '200 <p>', 'frame=3')],
    'handed_to_server',
    undefined,
  ],
  [
    'with no error after all',
    [...shown, page('https://app.test/?error=&x=1')],
    'handed_to_server',
    undefined,
  ],
  ['with the word null', [...shown, page('https://app.test/?error=null')], 'handed_to_server', undefined],
  ['which is a list', [...shown, page('https://app.test/jobs/failed')], 'handed_to_server', undefined],
  ['which is a product', [...shown, page('https://app.test/error-tracking')], 'handed_to_server', undefined],
  ['before the callback', [page('https://app.test/error'), ...shown], 'handed_to_server', undefined],
  [
    'after the next login began',
    [...shown, request.replace('state=s', 'state=s2'), page('https://app.test/error')],
    'handed_to_server',
    undefined,
  ],
  [
    'after the page redeemed the code',
    [
      ...shown,
      'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k123 -> 200 {"access_token":"a"}',
      page('https://app.test/error'),
    ],
    'succeeded',
    undefined,
  ],
])('the app goes to an error route %s: %s', (_, lines, outcome, place) => {
  const [flow] = flowsIn(lines.join('\n'));
  expect([flow?.progress.outcome, flow?.progress.failure?.place]).toEqual([outcome, place]);
  expect(flow?.timeline.steps.some(({ failed }) => failed)).toBe(outcome === 'failed');
  // What is pointed to is among the flow's own.
  const at = flow?.progress.failure?.error?.at.exchange;
  if (at !== undefined) expect(flow?.timeline.exchanges.map(({ id }) => id)).toContain(at);
  const exchanges = fromTraceText(lines.join('\n'));
  expect([outcomesAsTheyCome(exchanges)[0], outcomesAsTheyCome(exchanges.toReversed())[0]]).toEqual([
    outcome,
    outcome,
  ]);
});

test.each([
  '302 https://app.test/shop/error',
  '302 https://app.test/shop/login-failed',
  '302 https://app.test/error',
])('an app that stands in a folder and answers %s has failed', (result) => {
  const lines = [request, answer, `${landing} -> ${result}`].join('\n');
  const [flow] = flowsIn(lines.replaceAll('app.test/cb', 'app.test/shop/cb'));
  expect(flow?.progress.outcome).toBe('failed');
});

test.each([
  'https://app.test/jobs/failed',
  'https://app.test/error-tracking',
  'https://app.test/?error=false',
])('a callback that leads to %s looks well', (target) => {
  const [flow] = flowsIn([request, answer, `${landing} -> 302 ${target}`].join('\n'));
  expect(flow?.progress.outcome).toBe('handed_to_server');
});
