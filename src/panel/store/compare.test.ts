import { expect, test } from 'vitest';
import { recordingOf } from '../../testing/recording-of.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { differencesOf, lastGoodLogin } from './compare.ts';

function login(tag: string, start: number, scope: string, landing: string, answer: string): string {
  const state = `st4te-of-the-app-${tag}`;
  const code = `SplxlOBeZQQYbYS6WxSbIA-${tag}`;
  return `
GET https://op.test/authorize?response_type=code&client_id=web&scope=${scope}&state=${state}&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=${code}&state=${state} @${start}s
GET https://app.test/cb?code=${code}&state=${state} -> 200 <p>App</p>
POST https://op.test/token grant_type=authorization_code&client_id=web&code=${code}&redirect_uri=${landing} -> ${answer}
`;
}

const cb = 'https%3A%2F%2Fapp.test%2Fcb';
const tokens = '200 {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer"}';
const refused = '400 {"error":"invalid_grant"}';

test('a failed login is compared with the one that worked before it; one-time values do not count', () => {
  const recording = recordingOf(
    fromTraceText(
      login('a', 0, 'openid', cb, tokens) +
        login('b', 100, 'openid', cb, tokens) +
        login('c', 200, 'openid+email', `${cb}%2F`, refused),
    ),
  );
  const [, second, failed] = recording.flows.value;
  if (failed === undefined || second === undefined) throw new Error('Three logins were expected.');
  expect(lastGoodLogin(failed, recording.flows.value)?.id).toBe(second.id);
  const found = differencesOf(failed, second, recording);
  expect(found.map(({ step, name, before, now }) => [step.label, name, before, now])).toEqual([
    ['Authorization request', 'scope', 'openid', 'openid email'],
    ['Token request', 'redirect_uri', 'https://app.test/cb', 'https://app.test/cb/'],
  ]);
});

test('a login that worked needs no other, and without one that worked there is none', () => {
  const { flows } = recordingOf(
    fromTraceText(login('a', 0, 'openid', cb, refused) + login('b', 100, 'openid', cb, refused)),
  );
  expect(flows.value.map((flow) => lastGoodLogin(flow, flows.value))).toEqual([undefined, undefined]);
});
