import { expect, test } from 'vitest';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';
import type { Verdict } from '../report.ts';

const pkce = 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** A login in which client_id, redirect_uri and PKCE agree, and the server's answer to the token request. */
function verdictOn(description: string, sent = verifier): Verdict | undefined {
  const trace = `
    GET https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=st4te-0f-this-l0gin&${pkce} -> 302 https://app.test/cb?code=k1&state=st4te-0f-this-l0gin
    GET https://app.test/cb?code=k1&state=st4te-0f-this-l0gin -> 200 <p>wait</p>
    POST https://as.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb&code_verifier=${sent} -> 400 {"error":"invalid_grant","error_description":"${description}"}`;
  return analyze(fromTraceText(trace)).flows[0]?.verdict;
}

test.each([
  [
    'redirect_uri does not match',
    'redirect_uri_mismatch_at_token',
    /holds another redirect_uri for this code/,
  ],
  ['PKCE verification failed', 'pkce_verifier_mismatch', /holds another code_challenge for this code/],
  ['code issued to another client', 'code_other_client', /holds another client_id for this code/],
  [
    'code_verifier is required',
    'pkce_verifier_missing',
    /did not take the code_verifier that the request carries/,
  ],
])(
  'a server that says “%s” of a login where that is in order is not said to be right',
  (says, cause, words) => {
    const verdict = verdictOn(says);
    expect(verdict?.causes[0]?.id).toBe(cause);
    expect(verdict?.causes[0]?.confidence).toBe('likely');
    expect(verdict?.sentence).toMatch(words);
  },
);

test('what was compared and differs is told as it is', () => {
  const verdict = verdictOn('PKCE verification failed', `${verifier.slice(0, -1)}l`);
  expect(verdict?.sentence).toMatch(/^The code_verifier does not belong to the code_challenge/);
  expect(verdict?.causes[0]?.confidence).toBe('certain');
});

test('PKCE that is demanded of a request that has it was dropped on its way', () => {
  const trace = `GET https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=st4te-0f-this-l0gin&${pkce} -> 302 https://app.test/cb?error=invalid_request&error_description=PKCE%20is%20required&state=st4te-0f-this-l0gin`;
  expect(analyze(fromTraceText(trace)).flows[0]?.verdict.sentence).toBe(
    'Almost certainly the server did not take the code_challenge that the request carries.',
  );
});
