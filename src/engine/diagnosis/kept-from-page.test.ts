import { expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { fromHar } from '../http/from-har.ts';
import { isProblem } from '../http/problem.ts';
import { createRedactor } from '../trace/redact.ts';
import { redactSession } from '../trace/shareable.ts';
import { toHar } from '../trace/to-har.ts';

const page = 'https://app.test';
const callback = `${page}/cb?code=k-0f-this-l0gin&state=st4te-0f-this-l0gin`;
const origin = { Origin: page, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' };
const tokens = '{"access_token":"at-0f-this-l0gin","token_type":"Bearer"}';
const json = { 'Content-Type': 'application/json' };

type Headers = Readonly<Record<string, string>>;

interface Case {
  readonly creator?: string;
  readonly url?: string;
  readonly asked?: Headers;
  readonly answered?: Headers;
  readonly status?: number;
  readonly text?: string | undefined;
  /** Whether the page then asks who the user is, with the token of the answer. */
  readonly isUsed?: boolean;
}

const pairs = (headers: Headers): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** A login whose token call is as the case has it, as a program writes it. */
function harOf({ creator = 'mitmproxy har_dump', asked = origin, answered = json, ...rest }: Case): string {
  const { url = 'https://op.test/token', status = 200, text, isUsed = false } = rest;
  let second = 0;
  const entry = (request: object, response: object): object => ({
    startedDateTime: `2027-01-15T08:00:0${(second += 1)}.000Z`,
    time: 40,
    pageref: 'page_1',
    request: { method: 'GET', ...request },
    response: { content: { size: 0 }, headers: [], ...response },
  });
  const navigation = pairs({ 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' });
  const form =
    'grant_type=authorization_code&client_id=c&code=k-0f-this-l0gin&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';
  const entries = [
    entry(
      {
        url: `https://op.test/authorize?client_id=c&response_type=code&redirect_uri=${page}/cb&state=st4te-0f-this-l0gin`,
        headers: navigation,
      },
      { status: 302, headers: pairs({ Location: callback }) },
    ),
    entry({ url: callback, headers: navigation }, { status: 200, headers: pairs({ Server: 'x' }) }),
    entry(
      {
        method: 'POST',
        url,
        headers: pairs(asked),
        postData: { mimeType: 'application/x-www-form-urlencoded', text: form },
      },
      { status, headers: pairs(answered), content: { size: 70, mimeType: 'application/json', text } },
    ),
    ...(isUsed
      ? [
          entry(
            {
              url: 'https://op.test/userinfo',
              headers: pairs({ ...origin, Authorization: 'Bearer at-0f-this-l0gin' }),
            },
            {
              status: 200,
              headers: pairs({ 'Access-Control-Allow-Origin': '*' }),
              content: { size: 11, mimeType: 'application/json', text: '{"sub":"u"}' },
            },
          ),
        ]
      : []),
  ];
  return JSON.stringify({
    log: { version: '1.2', creator: { name: creator, version: '1' }, pages: [], entries },
  });
}

const withoutBody: Case = {};

/** Fetch standard: an answer of another origin that does not name the page's is not handed to the page. */
test.each<readonly [string, Case]>([
  ['allows no origin, and has no body in the recording', withoutBody],
  ['allows no origin, and has tokens', { text: tokens }],
  ['allows another origin', { answered: { ...json, 'Access-Control-Allow-Origin': 'https://other.test' } }],
  ['is in Firefox’s export', { creator: 'Firefox' }],
])('a token answer that %s fails the login', (_, login) => {
  const exchanges = fromHar(harOf(login), 'a.har');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  const report = analyze(exchanges);
  const session = redactSession(exchanges, report, createRedactor({ key: new Uint8Array(32) }));
  const again = fromHar(toHar(session, '0.1.0'), 'again.har');
  for (const { flows } of [report, analyze(session.exchanges), analyze(isProblem(again) ? [] : again)]) {
    const [{ verdict } = { verdict: undefined }] = flows;
    expect([verdict?.outcome, verdict?.causes.map(({ id, confidence }) => [id, confidence])]).toEqual([
      'failed',
      [['cors_blocked', 'certain']],
    ]);
    expect(verdict?.sentence).toMatch(/^The browser kept the server’s answer from the page: it allows /);
  }
});

test.each<readonly [string, Case]>([
  ['allows every origin', { answered: { ...json, 'Access-Control-Allow-Origin': '*' } }],
  ['allows the page', { answered: { ...json, 'access-control-allow-origin': page } }],
  ['is of the page’s own origin', { url: `${page}/token` }],
  ['was listed by a program that tells failures', { creator: 'WebInspector' }],
  ['has no headers in the recording', { answered: {} }],
  ['went to a server', { asked: { Origin: page } }],
  ['went to a page that asked for no answer', { asked: { ...origin, 'Sec-Fetch-Mode': 'no-cors' } }],
  ['went to a page of which the origin was not recorded', { asked: { 'Sec-Fetch-Mode': 'cors' } }],
  ['went to an extension', { asked: { ...origin, Origin: 'chrome-extension://abc' } }],
  ['went to an app that is no website', { asked: { ...origin, Origin: 'capacitor://localhost' } }],
  [
    'went to an app that embeds a browser',
    { asked: { ...origin, 'User-Agent': 'Mozilla/5.0 Electron/33.0' } },
  ],
  ['the page made use of', { text: tokens, isUsed: true }],
])('a token answer that %s does not', (_, login) => {
  const exchanges = fromHar(harOf(login), 'a.har');
  const { flows } = analyze(isProblem(exchanges) ? [] : exchanges);
  expect(flows.map(({ verdict }) => verdict.outcome)).toEqual(['succeeded']);
});

test('what the server says of a fault is told, though the page could not read it', () => {
  const text = '{"error":"invalid_grant","error_description":"code expired"}';
  const exchanges = fromHar(harOf({ status: 400, text }), 'a.har');
  const { flows } = analyze(isProblem(exchanges) ? [] : exchanges);
  expect(flows.map(({ verdict }) => verdict.causes[0]?.id)).toEqual(['code_expired']);
});
