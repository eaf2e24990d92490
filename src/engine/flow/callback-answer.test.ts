import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

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
