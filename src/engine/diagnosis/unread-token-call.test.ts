import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { createRedactor } from '../trace/redact.ts';

const callback = 'https://app.test/cb?code=k-0f-this-l0gin&state=st4te-0f-this-l0gin';
const ask = (server = 'https://op.test'): string =>
  `GET ${server}/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=st4te-0f-this-l0gin -> 302 ${callback} @1s`;
const land = `GET ${callback} -> 200 <p>App</p> @2s`;
const json = '[Content-Type: application/json]';
const call = (answer: string, options = '', url = 'https://op.test/token'): string =>
  `POST ${url} [Origin: https://app.test] -> ${answer} kind=fetch unknown=requestBody,responseBody ${options}`;
const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://api.test/x9"} @0s';
const handed =
  'The code was delivered to app.test, which redeems it on its server, out of the browser’s sight.';
const byStatus =
  'By its status the login succeeded: the token endpoint answered 200 to a call whose content was not recorded.';
const refused = (status: number): string =>
  `The token endpoint answered ${status}; what was sent and what it said was not recorded.`;

/** RFC 6749 §5.1: an answer with tokens has status 200 and is JSON; §5.2: one with an error has 400 or 401. */
test.each<readonly [string, readonly string[], string, string, boolean]>([
  ['answered 200 with JSON', [ask(), land, call(`200 ${json}`)], 'succeeded', byStatus, true],
  ['answered 400', [ask(), land, call(`400 ${json}`)], 'failed', refused(400), true],
  [
    'refused once and let in after that, as with a DPoP nonce',
    [ask(), land, call('400'), call(`200 ${json}`)],
    'succeeded',
    byStatus,
    true,
  ],
  [
    'let in and refused after that',
    [ask(), land, call(`200 ${json}`), call('401')],
    'failed',
    refused(401),
    true,
  ],
  [
    'at the endpoint that the metadata names',
    [metadata, ask(), land, call(`200 ${json}`, '', 'https://api.test/x9')],
    'succeeded',
    byStatus,
    true,
  ],
  [
    'at another host of a provider that has two',
    [
      ask('https://accounts.google.com/o/oauth2/v2'),
      land,
      call('400', '', 'https://oauth2.googleapis.com/token'),
    ],
    'failed',
    refused(400),
    true,
  ],
  [
    'where no metadata names it',
    [ask(), land, call(`200 ${json}`, '', 'https://api.test/x9')],
    'handed_to_server',
    handed,
    false,
  ],
  [
    'of the app’s own',
    [ask(), land, call('400', '', 'https://app.test/api/token')],
    'handed_to_server',
    handed,
    false,
  ],
  ['of another tab', [ask(), land, call('400', 'tab=2')], 'handed_to_server', handed, false],
  ['before the answer', [call('400', '@0.5s'), ask(), land], 'handed_to_server', handed, false],
  ['long after', [ask(), land, call('400', '@4000s')], 'handed_to_server', handed, false],
  ['without an answer', [ask(), land, call('...')], 'handed_to_server', handed, false],
  [
    'answered with a page',
    [ask(), land, call('200 [Content-Type: text/html]')],
    'handed_to_server',
    handed,
    false,
  ],
  [
    'beside one that can be read',
    [
      ask(),
      land,
      `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k-0f-this-l0gin&redirect_uri=https://app.test/cb -> 200 {"access_token":"a","token_type":"Bearer"} @3s`,
      call('400'),
    ],
    'succeeded',
    'The login succeeded: the code was redeemed 2 s after it was issued.',
    false,
  ],
])('a token call of which nothing was recorded, %s', (_, lines, outcome, sentence, isNamed) => {
  const exchanges = fromTraceText(lines.join('\n'));
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of exchanges) redactor.learn(exchange);
  const orders = [exchanges, exchanges.toReversed(), exchanges.map((exchange) => redactor.redact(exchange))];
  for (const read of orders) {
    const { flows } = analyze(read);
    expect(flows.map(({ verdict }) => [verdict.outcome, verdict.sentence])).toEqual([[outcome, sentence]]);
    expect(flows.flatMap(({ unseen }) => unseen).some(({ id }) => id === 'token_call_unread')).toBe(isNamed);
  }
});

test('a server that failed is named, content or not', () => {
  const [flow] = analyze(fromTraceText([ask(), land, call('503')].join('\n'))).flows;
  expect([flow?.verdict.outcome, flow?.verdict.causes.map(({ id }) => id)]).toEqual([
    'failed',
    ['server_error'],
  ]);
});
