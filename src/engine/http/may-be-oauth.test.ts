import { expect, test } from 'vitest';
import { mayBeOAuthText } from './may-be-oauth-body.ts';
import { relevanceOf, type Relevance } from './relevance.ts';
import type { BrowserBody } from './web-request-event.ts';

function relevance(line: string, requestBody?: BrowserBody): Relevance {
  const [type = '', method = '', url = ''] = line.split(' ');
  return relevanceOf({ requestId: '1', timeStamp: 0, url, method, type, tabId: 1, frameId: 0, requestBody });
}

const bytes = (...pieces: readonly string[]): BrowserBody => ({
  raw: pieces.map((piece) => ({ bytes: new TextEncoder().encode(piece).buffer })),
});

// Endpoints as the providers publish them in their discovery documents.
test.each([
  'xmlhttprequest POST https://login.microsoftonline.com/common/oauth2/v2.0/token',
  'xmlhttprequest POST https://oauth2.googleapis.com/token',
  'xmlhttprequest GET https://www.googleapis.com/oauth2/v3/certs',
  'xmlhttprequest GET https://openidconnect.googleapis.com/v1/userinfo',
  'xmlhttprequest POST https://sso.test/realms/shop/protocol/openid-connect/token',
  'xmlhttprequest GET https://sso.test/realms/shop/protocol/openid-connect/certs',
  'xmlhttprequest GET https://dev-1.okta.com/oauth2/v1/keys',
  'xmlhttprequest GET https://op.test/keys?x=1',
  'xmlhttprequest POST https://github.com/login/oauth/access_token',
  'xmlhttprequest POST https://op.test/as/token.oauth2',
  'xmlhttprequest GET https://op.test/jwks',
  'xmlhttprequest GET https://op.test/.well-known/openid-configuration',
  'xmlhttprequest GET https://op.test/me',
  'xmlhttprequest POST https://op.test/connect/revocation?token=x',
  'xmlhttprequest GET https://op.test/authorize?client_id=c&response_mode=web_message',
  'xmlhttprequest GET https://app.test/api/session?code=k&state=s',
  'xmlhttprequest OPTIONS https://op.test/token',
  'main_frame GET https://app.test/cb?code=k&state=s',
  'main_frame GET https://app.test/#id_token=x',
  'sub_frame GET https://idp.test/signin?client_id=c',
])('%s may be OAuth', (line) => {
  expect(relevance(line)).toBe('related');
});

test.each([
  'xmlhttprequest GET https://app.test/api/books?page=2&country_code=nl',
  'xmlhttprequest GET https://app.test/authors/south?sort=youth',
  'xmlhttprequest POST https://metrics.test/collect?v=2&decoder=code',
  'xmlhttprequest GET https://app.test/messages',
  'xmlhttprequest GET https://app.test/keyboards/monkeys',
  'xmlhttprequest GET https://cdn.test/fonts/inter.woff2',
  'other GET https://op.test/authorize?client_id=c',
])('%s is turned away', (line) => {
  expect(relevance(line)).toBe('none');
});

test('a navigation is kept whatever it is', () => {
  expect(relevance('main_frame GET https://app.test/')).toBe('navigation');
});

test.each<readonly [string, BrowserBody]>([
  ['form fields', { formData: { grant_type: ['authorization_code'] } }],
  ['a revocation', { formData: { token: ['t'] } }],
  ['bytes of a form', bytes('code=k&grant_type=authorization_code')],
  ['JSON', bytes('{"client_id":"c"}')],
  ['a second piece', bytes('x'.repeat(5000), '&client_assertion=e')],
])('%s tells a protocol message that goes to an opaque address', (_, body) => {
  expect(relevance('xmlhttprequest POST https://api.test/x', body)).toBe('related');
});

test.each<readonly [string, BrowserBody]>([
  ['other fields', { formData: { name: ['x'], my_token: ['x'] } }],
  ['other JSON', bytes('{"query":"{ me_too }","user_id":1}')],
  ['an upload', bytes(`grant_type=${'x'.repeat(300_000)}`)],
  ['a file', { raw: [{ file: 'a.txt' }] }],
  ['nothing readable', { error: 'Unknown error.' }],
])('%s does not', (_, body) => {
  expect(relevance('xmlhttprequest POST https://api.test/x', body)).toBe('none');
});

test.each([
  ['grant_type=x', true],
  ['a=b&refresh_token=r', true],
  ['token=t', true],
  ['a=1&token=t', true],
  ['csrf_token=t', false],
  ['', false],
])('the body text "%s": %s', (text, expected) => {
  expect(mayBeOAuthText(text)).toBe(expected);
});
