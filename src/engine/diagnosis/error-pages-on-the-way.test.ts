import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { decodeBase64Text } from '../oauth/jwt.ts';
import { createRedactor } from '../trace/redact.ts';

const google = 'https://accounts.google.com';
const askGoogle = `GET ${google}/o/oauth2/v2/auth?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7`;
const chooser = `GET ${google}/v3/signin/identifier?client_id=c -> 200 <p>Choose an account</p>`;
/** Of real error pages, but for names. */
const orgInternal =
  'CgxvcmdfaW50ZXJuYWwSO1RoaXMgY2xpZW50IGlzIHJlc3RyaWN0ZWQgdG8gdXNlcnMgd2l0aGluIGl0cyBvcmdhbml6YXRpb24uIJAD';
const beingTested =
  'Cg1hY2Nlc3NfZGVuaWVkEjlaYcW8w7PFgsSHIChqYW5lLnJvZUBtYWlsLnRlc3QpIGlzIGN1cnJlbnRseSBiZWluZyB0ZXN0ZWQaHGh0dHBzOi8vc3VwcG9ydC5nb29nbGUuY29tL3ggkAM';
const mismatch =
  'ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2gSsAEKWW91IGNhbid0IHNpZ24gaW4gdG8gdGhpcyBhcHAgYmVjYXVzZSBpdCBkb2Vzbid0IGNvbXBseSB3aXRoIEdvb2dsZSdzIE9BdXRoIDIuMCBwb2xpY3kuCgpJZiB5b3UncmUgdGhlIGFwcCBkZXZlbG9wZXIsIHJlZ2lzdGVyIHRoZSByZWRpcmVjdCBVUkkgaW4gdGhlIEdvb2dsZSBDbG91ZCBDb25zb2xlLgogIBptaHR0cHM6Ly9kZXZlbG9wZXJzLmdvb2dsZS5jb20vaWRlbnRpdHkg';
const errorPage = (authError: string): string =>
  `GET ${google}/signin/oauth/error/v2?authError=${authError}&client_id=c`;
const entra = 'https://login.microsoftonline.com/common';
const askEntra = `GET ${entra}/oauth2/v2.0/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7 -> 200 <p>Pick an account</p>`;

/** What the server shows after the person has gone on from its first page. */
test.each<readonly [string, readonly string[], string, string | undefined]>([
  [
    'Google names it in the address of a page that was not captured',
    [
      `${askGoogle} -> 302 ${google}/v3/signin/identifier`,
      chooser,
      `${errorPage(orgInternal)} -> 200 unknown=responseBody`,
    ],
    'failed',
    'The app admits accounts of its own organisation only.',
  ],
  [
    'Google names it in the address of a page that a script writes',
    [
      `${askGoogle} -> 302 ${google}/signin/oauth/error/v2`,
      `${errorPage(mismatch)} -> 200 <div id="yDmH0d"></div>`,
    ],
    'failed',
    'The redirect_uri of the authorization request is not registered for this client.',
  ],
  [
    'Google names an app in testing',
    [`${askGoogle} -> 200 <p>`, `${errorPage(beingTested)} -> 200 unknown=responseBody`],
    'failed',
    'The app is in testing, and this account is not one of its test users.',
  ],
  [
    'Google says it on a page with status 200',
    [
      `${askGoogle} -> 200 <p>`,
      `GET ${google}/signin/oauth/id?part=x -> 200 <h1>Authorization Error</h1><p>Error 403: org_internal</p><p>This client is restricted to users within its organization.</p>`,
    ],
    'failed',
    'The app admits accounts of its own organisation only.',
  ],
  [
    'Google says it at once on a page with status 200',
    [`${askGoogle} -> 200 <h1>Access blocked</h1><p>Error 400: admin_policy_enforced</p>`],
    'failed',
    'The administrator of the user’s organisation has not admitted the app.',
  ],
  [
    'Entra says it after the password, with status 200',
    [
      askEntra,
      `POST ${entra}/login login=anna -> 200 <html><script>$Config={"strServiceExceptionMessage":"AADSTS50105: The signed in user is not assigned to a role."};</script></html> kind=navigation`,
    ],
    'failed',
    'The user is not assigned to the application.',
  ],
  [
    'an error page that names nothing',
    [
      `${askGoogle} -> 302 ${google}/signin/oauth/error/v2`,
      `GET ${google}/signin/oauth/error/v2?client_id=c -> 200 unknown=responseBody`,
    ],
    'abandoned',
    undefined,
  ],
  [
    'an authError of another make',
    [`${askGoogle} -> 200 <p>`, `${errorPage('b3JnX2ludGVybmFs')} -> 200 <p>Sorry</p>`],
    'abandoned',
    undefined,
  ],
  [
    'the person chooses another account after the error',
    [`${askGoogle} -> 200 <p>`, `${errorPage(orgInternal)} -> 200 <p>`, `${chooser} @9s`],
    'abandoned',
    undefined,
  ],
  [
    'a page on errors in general',
    [
      `${askGoogle} -> 200 <p>`,
      `GET ${google}/help -> 200 <p>What error 403 means: org_internal and others</p>`,
    ],
    'abandoned',
    undefined,
  ],
])('a page on the way: %s', (_, lines, outcome, sentence) => {
  const exchanges = fromTraceText(lines.join('\n'));
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of exchanges) redactor.learn(exchange);
  for (const read of [exchanges, exchanges.map((exchange) => redactor.redact(exchange))]) {
    const { outcome: found, causes } = analyze(read).flows[0]?.verdict ?? {};
    expect([found, causes?.[0]?.sentence]).toEqual([outcome, sentence]);
  }
});

test('of Google’s words the export keeps the reason and no person, link or request', () => {
  const exchanges = fromTraceText(`${errorPage(beingTested)} -> 200`);
  const redactor = createRedactor({ key: new Uint8Array(32) });
  const [url = ''] = exchanges.map((exchange) => redactor.redact(exchange).url);
  const said = decodeBase64Text(new URL(url).searchParams.get('authError') ?? '') ?? '';
  expect(said).toContain('currently being tested');
  expect(said).not.toMatch(/jane|support\.google/);
});
