import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const ask = (redirectUri: string): string =>
  `GET https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=c&scope=openid&state=c2f1b7a09e&ux_mode=popup&redirect_uri=${encodeURIComponent(redirectUri)} -> 200 <p>closing</p>`;
const token = 'POST https://oauth2.googleapis.com/token grant_type=authorization_code&client_id=c&code=k';
const tokens = '200 {"access_token":"at","expires_in":3599,"token_type":"Bearer"}';

/** What Google's popup has as redirect_uri: names of a way between two pages, which no request goes to. */
const ways = ['postmessage', 'storagerelay://https/app.test?id=auth123'];

test.each(
  ways.flatMap((way) => [
    [way, 'the popup alone was seen', [ask(way)], ['handed_to_server']],
    [
      way,
      'the page hands the code to its server',
      [ask(way), 'POST https://app.test/login code=k&state=c2f1b7a09e -> 200 {"ok":true} kind=fetch'],
      ['handed_to_server'],
    ],
    [
      way,
      'the page redeems',
      [ask(way), `${token}&redirect_uri=postmessage -> ${tokens} kind=fetch`],
      ['handed_to_server', 'succeeded'],
    ],
  ]) satisfies readonly (readonly [string, string, readonly string[], readonly string[]])[],
)('redirect_uri=%s raises no alarm: %s', (_, __, lines, outcomes) => {
  const { flows } = analyze(fromTraceText(lines.join('\n')));
  expect(
    flows.map(({ findings, verdict }) => ({
      alarms: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
      causes: verdict.causes.map(({ id }) => id),
      outcome: verdict.outcome,
    })),
  ).toEqual(outcomes.map((outcome) => ({ alarms: [], causes: [], outcome })));
});

test('a code that the page hands on tells where it went', () => {
  const lines = [
    ask('postmessage'),
    'POST https://app.test/login code=k123&state=c2f1b7a09e -> 200 {} kind=fetch',
  ];
  const [flow] = analyze(fromTraceText(lines.join('\n'))).flows;
  expect([flow?.verdict.sentence, flow?.unseen.map(({ id }) => id)]).toEqual([
    'The code was delivered to app.test, which redeems it on its server, out of the browser’s sight.',
    ['token_call_on_server'],
  ]);
});

test('what no recording can show is said instead of guessed', () => {
  const [flow] = analyze(fromTraceText(ask('postmessage'))).flows;
  expect([flow?.verdict.sentence, flow?.unseen.map(({ id }) => id)]).toEqual([
    'No answer to the authorization request could be seen.',
    ['answer_by_script'],
  ]);
});
