import type { FlowReport, Report } from '../engine/diagnosis/report.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { rfc } from '../engine/oauth/source.ts';
import { fromTraceText, traceStart } from './trace-text.ts';

/** A login whose token request repeats another redirect_uri. */
export const failedLogin: readonly Exchange[] = fromTraceText(`
GET https://op.test/authorize?client_id=shop&response_type=code&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=st-4f9a8e7d6c5b&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256 -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b id=authorize
GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b -> 200 <html>Signing in</html> id=callback
POST https://op.test/token [Origin: https://app.test] grant_type=authorization_code&client_id=shop&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb%2F&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk -> 400 {"error":"invalid_grant","error_description":"redirect_uri mismatch"} id=token
`);

const authority = {
  provider: 'generic',
  providerName: 'op.test',
  tenant: undefined,
  issuer: 'https://op.test',
  host: 'op.test',
};

const asked = { exchange: 'authorize', part: 'query', name: 'redirect_uri' } as const;
const repeated = { exchange: 'token', part: 'form', name: 'redirect_uri' } as const;
const sources = [rfc(6749, '4.1.3')];

/** What the engine says of `failedLogin`. */
export const failedFlow: FlowReport = {
  id: 'flow-authorize',
  kind: 'authorization_code',
  parent: undefined,
  authority,
  clientId: 'shop',
  pkce: 'S256',
  startedAt: traceStart,
  endedAt: traceStart + 230,
  tabs: [1],
  refreshes: 0,
  verdict: {
    outcome: 'failed',
    sentence: 'The token request repeats a different redirect_uri: it ends in a slash, the first does not.',
    answer: { exchange: 'token', status: 400, error: 'invalid_grant' },
    causes: [
      {
        id: 'redirect_uri_mismatch_at_token',
        confidence: 'certain',
        weight: 0.98,
        sentence:
          'The token request repeats a different redirect_uri: it ends in a slash, the first does not.',
        evidence: [asked, repeated],
        proof: {
          kind: 'values',
          rows: [
            { label: 'Authorization request', at: asked },
            { label: 'Token request', at: repeated },
          ],
          difference: 'trailing slash',
        },
        fix: 'Send the same redirect_uri, character for character, in both requests.',
        sources,
        decidedBy: undefined,
      },
    ],
    ruledOut: [{ label: 'PKCE', reason: 'The code_verifier belongs to the code_challenge.' }],
  },
  findings: [
    {
      rule: 'redirect-uri-token-mismatch',
      severity: 'error',
      title: 'The token request repeats a different redirect_uri',
      why: 'A code may only be redeemed with the redirect_uri it was issued for.',
      evidence: [asked, repeated],
      fix: 'Send the same redirect_uri, character for character, in both requests.',
      sources,
    },
  ],
  unseen: [
    {
      id: 'body_unavailable',
      sentence: 'The body of an answer was not recorded, so its error is not known.',
    },
  ],
  codeLife: undefined,
  steps: [
    step('authorize', 'authorization_request', 'Authorization request', 0, 302),
    step('callback', 'authorization_response', 'Authorization response', 100, 200),
    step('token', 'token_request', 'Token request', 200, 400),
  ],
  success: undefined,
  exchanges: ['authorize', 'callback', 'token'],
};

/** The report on `failedLogin`. */
export const failedReport: Report = { flows: [failedFlow] };

function step(
  exchange: string,
  message: string,
  label: string,
  after: number,
  status: number,
): FlowReport['steps'][number] {
  return {
    exchange,
    message,
    label,
    from: 'app',
    to: 'authorization_server',
    at: traceStart + after,
    status,
    failed: status >= 400,
    authority,
    foldedHops: 0,
    attempts: 1,
  };
}
