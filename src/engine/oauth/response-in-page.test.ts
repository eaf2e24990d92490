import { describe, expect, test } from 'vitest';
import { messagesIn, unsignedJwt } from '../../testing/messages.ts';
import type { AuthorizationResponse } from './message.ts';

function responseIn(trace: string): AuthorizationResponse | undefined {
  return messagesIn(trace).find((message) => message.kind === 'authorization_response');
}

const asked = 'GET https://op.test/a?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s';
const form = (inputs: string, action = 'https://app.test/cb'): string =>
  `<body onload="f.submit()"><form method="post" action="${action}">${inputs}</form>`;
const both = '<input type="hidden" name="code" value="k&amp;1"/><input value="s" name="state"/>';
const messageOf = (answer: string): string =>
  `<script>opener.postMessage({type:"authorization_response",response:${answer}},"https://app.test")</script>`;

describe('a page delivers an answer', () => {
  test.each([
    [
      'by a form that sends itself off',
      `${asked} -> 200 ${form(both)}`,
      'form_post',
      'k&1',
      'https://app.test/cb',
    ],
    [
      'by such a form after the login page',
      `POST https://op.test/login u=1 -> 200 ${form(both)}`,
      'form_post',
      'k&1',
      'https://app.test/cb',
    ],
    [
      'by a window message',
      `${asked} -> 200 ${messageOf('{"code":"k","state":"s"}')}`,
      'web_message',
      'k',
      'https://app.test/cb',
    ],
    [
      'by a window message with escapes (Okta)',
      `${asked} -> 200 <script>data.code = 'a\\x2Db';data.state = 's';parent.postMessage(data)</script>`,
      'web_message',
      'a-b',
      'https://app.test/cb',
    ],
  ])('%s', (_, trace, mode, code, target) => {
    const response = responseIn(trace);
    expect(response).toMatchObject({ phase: 'redirect', mode, target, carrier: 'plain' });
    expect(response?.params.get('code')).toBe(code);
    expect(response?.params.get('state')).toBe('s');
    expect(response?.params.find('code')?.at.part).toBe('response_body');
  });

  test('that is an error', () => {
    const trace = `${asked} -> 200 ${messageOf('{"error":"login_required","state":"s"}')}`;
    expect(responseIn(trace)?.error?.code).toBe('login_required');
  });
});

describe('a page delivers nothing', () => {
  test.each([
    [
      'when it asks for a one-time code',
      `${asked} -> 200 ${form('<input name="code" value=""><input name="state" value="s">')}`,
    ],
    ['when its form stays on the server', `${asked} -> 200 ${form(both, '/verify')}`],
    [
      'when a code stands alone in its form',
      `POST https://op.test/login u=1 -> 200 ${form('<input name="code" value="7">')}`,
    ],
    ['when it posts something else', `${asked} -> 200 <script>parent.postMessage({height:7},"*")</script>`],
    ['when it is fetched', `POST https://op.test/x u=1 -> 200 ${form(both)} kind=fetch`],
  ])('%s', (_, trace) => {
    expect(responseIn(trace)).toBeUndefined();
  });
});

// JWT Secured Authorization Response Mode §2.
describe('an answer inside a JWT', () => {
  const jwt = unsignedJwt({ iss: 'https://op.test', aud: 'c', code: 'k', state: 's' });
  test.each([
    ['in a query', `${asked} -> 302 https://app.test/cb?response=${jwt}`, 'query'],
    ['in a fragment', `${asked} -> 302 https://app.test/cb#response=${jwt}`, 'fragment'],
    ['in a form', `POST https://app.test/cb response=${jwt} -> 302 https://app.test/`, 'form_post'],
  ])('%s is read', (_, trace, mode) => {
    const response = responseIn(trace);
    expect(response).toMatchObject({ mode, carrier: 'jwt' });
    expect(response?.params.get('code')).toBe('k');
    expect(response?.params.find('state')?.at.name).toBe('response');
  });

  test('may be encrypted', () => {
    expect(responseIn('GET https://app.test/cb?response=eyJh.a.b.c.d -> 200 <p>')).toMatchObject({
      carrier: 'encrypted_jwt',
    });
  });

  test.each([
    ['another text', 'GET https://app.test/poll?response=yes -> 200 <p>'],
    ['a token of something else', `GET https://app.test/x?response=${unsignedJwt({ sub: 'u' })} -> 200 <p>`],
  ])('is not %s', (_, trace) => {
    expect(responseIn(trace)).toBeUndefined();
  });
});
