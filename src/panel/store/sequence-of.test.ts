import { expect, test } from 'vitest';
import { failedLogin } from '../../testing/failed-login.ts';
import { recordingOf } from '../../testing/recording-of.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { sequenceOf } from './sequence-of.ts';

/** The chart of the last flow, drawn as text. */
function chartOf(exchanges: readonly Exchange[], unfolded: boolean = false): readonly string[] {
  const recording = recordingOf(exchanges);
  const flow = recording.flows.value.at(-1);
  if (flow === undefined) return [];
  const { lanes, rows } = sequenceOf(flow, recording, unfolded);
  const name = (index: number): string => lanes[index]?.host ?? '?';
  return [
    lanes.map(({ title, host }) => `${title} (${host})`).join(' | '),
    ...rows.map(({ from, to, label, wire, alert, answer, life, kind, note }) =>
      [`${name(from)} > ${name(to)}:`, label, wire, alert, answer, life?.words, kind === 'unseen' && note]
        .filter(Boolean)
        .join(' '),
    ),
  ];
}

test('a refused login has a lane for each side, names what differs, and says that the API was not reached', () => {
  expect(chartOf(failedLogin)).toEqual([
    'App (app.test) | Browser (one tab) | Authorization server (op.test) | API (not reached)',
    'one tab > op.test: Authorization request GET /authorize',
    'op.test > app.test: Authorization response 302 to /cb',
    'app.test > op.test: Token request POST /token redirect_uri ≠ 400 invalid_grant code age 173 ms of 10 min',
  ]);
});

const asked =
  'GET https://op.test/authorize?response_type=code&client_id=web&scope=openid&state=st4te-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app';

test('a code that went to a server has its token call drawn as unseen, from that server', () => {
  const chart = chartOf(
    fromTraceText(`
${asked}
GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app -> 302 https://app.test/home
GET https://app.test/home -> 200 <p>Home</p>
`),
  );
  expect(chart[0]).toBe('Server of the app (app.test) | Browser (one tab) | Authorization server (op.test)');
  expect(chart.at(-1)).toBe('app.test > op.test: Token request from server to server, not visible here');
});

test('a code that went to an app by its own scheme has its token call drawn as unseen, from that app', () => {
  const chart = chartOf(
    fromTraceText(
      'GET https://op.test/authorize?response_type=code&client_id=app&scope=openid&state=st4te-of-the-app&redirect_uri=com.example.app%3A%2Fcb&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256 -> 302 com.example.app:/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app',
    ),
  );
  expect(chart[0]).toMatch(/^App \(/);
  expect(chart.at(-1)).toContain('Token request outside the browser, not visible here');
});

test('two authorization servers have a lane each', () => {
  const chart = chartOf(
    fromTraceText(`
${asked}
GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app -> 200 <p>App</p>
POST https://other.test/token grant_type=authorization_code&client_id=web&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 400 {"error":"invalid_grant"}
`),
  );
  expect(chart[0]).toContain('Authorization server (op.test) | Authorization server (other.test)');
  expect(chart.at(-1)).toContain('app.test > other.test: Token request');
});

test('redirects inside a server are one note, and a row each on demand', () => {
  const exchanges = fromTraceText(`
${asked.replace('https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app', 'https://op.test/login/7')}
GET https://op.test/login/7 -> 302 https://op.test/resume/7
GET https://op.test/resume/7 -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app
GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app -> 200 <p>App</p>
`);
  expect(chartOf(exchanges).filter((row) => row.includes('/login/7'))).toEqual([]);
  expect(chartOf(exchanges, true).slice(1, 4)).toEqual([
    'one tab > op.test: Authorization request GET /authorize',
    'one tab > op.test: GET /login/7 302',
    'op.test > app.test: Authorization response 302 to /cb',
  ]);
});
