import { rfc } from '../oauth/source.ts';
import { keysOrSecrets } from './facts.ts';
import type { Provider } from './provider.ts';

/** Any server, recognised by structure; its texts are phrases that several unrelated servers share. */
export const generic: Provider = {
  id: 'generic',
  name: 'Authorization server',
  documentation: rfc(6749, '4.1'),
  console: undefined,
  hosts: [],
  paths: [],
  tenants: [],
  codeLifetime: undefined,
  refreshTokens: { rotation: undefined },
  redirectMatching: { rule: 'exact', anyPort: 'loopback address' },
  clientAuthentication: [...keysOrSecrets, 'tls_client_auth'],
  errors: [
    {
      at: 'authorize',
      says: /\b(?:invalid_redirect_uri|redirect_uri_mismatch|redirect_mismatch)\b/,
      cause: 'redirect_uri_not_registered',
      strength: 0.97,
    },
    {
      at: 'authorize',
      says: /redirect[_ ]ur[il].{0,60}(?:not registered|did not match|does not match|not allowed|mismatch|invalid)/i,
      cause: 'redirect_uri_not_registered',
      strength: 0.95,
    },
    {
      at: 'authorize',
      says: /(?:invalid|unregistered|mismatch\w{0,10}).{0,30}redirect[_ ]ur[il]/i,
      cause: 'redirect_uri_not_registered',
      strength: 0.9,
    },
    {
      at: 'authorize',
      says: /requires PKCE|PKCE (?:code challenge )?is required|code_challenge(?:_method)? (?:is required|must be provided)/i,
      cause: 'pkce_required',
      strength: 0.95,
    },
    {
      at: 'authorize',
      says: /\b(?:invalid_client|deleted_client|disabled_client)\b/,
      cause: 'client_unknown',
      strength: 0.95,
    },
    {
      at: 'authorize',
      says: /\b(?:client|application)\b.{0,40}(?:not found|does not exist|unknown|is invalid|not registered)/i,
      cause: 'client_unknown',
      strength: 0.95,
    },
    {
      at: 'any',
      says: /(?:client|application).{0,60}(?:not found|does not exist|unknown).{0,40}(?:tenant|directory|realm|organi[sz]ation)/i,
      cause: 'tenant_mismatch',
      strength: 0.6,
    },
    {
      at: 'token',
      says: /issued (?:to|by|for) (?:another|a different) (?:tenant|realm|issuer|authorization server)/i,
      cause: 'tenant_mismatch',
      strength: 0.97,
    },
    {
      at: 'token',
      says: /redirect_uri.{0,60}(?:does not match|mismatch|not match|differs)|incorrect redirect_uri/i,
      cause: 'redirect_uri_mismatch_at_token',
      strength: 0.96,
    },
    {
      at: 'token',
      says: /PKCE (?:verification|code verification) failed|(?:invalid|incorrect|wrong) code[_ ]verifier|code[_ ]verifier (?:does not match|mismatch)/i,
      cause: 'pkce_verifier_mismatch',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /code[_ ]verifier.{0,30}(?:missing|is required|not specified|must be)|missing code[_ ]verifier/i,
      cause: 'pkce_verifier_missing',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /\bcode\b.{0,40}(?:already (?:been )?(?:used|redeemed|consumed)|was already)/i,
      cause: 'code_reused',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /\bcode\b[^.]{0,20} (?:is|has) expired\b(?! or)/i,
      cause: 'code_expired',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /issued to another client|different client_id|not match the one from the authorize request/i,
      cause: 'code_other_client',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /refresh token.{0,20}(?:already used|was already used|reuse)/i,
      cause: 'refresh_token_reused',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /refresh token.{0,10} (?:is |has )?expired\b(?! or)/i,
      cause: 'refresh_token_expired',
      strength: 0.95,
    },
    { at: 'token', says: /client secret.{0,30}\bexpired\b/i, cause: 'client_secret_expired', strength: 0.95 },
    {
      at: 'token',
      says: /\b(?:invalid|wrong|incorrect|bad) client[_ ]secret|client secret.{0,40}(?:is )?(?:invalid|incorrect|wrong|does not match)/i,
      cause: 'client_secret_wrong',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /no client (?:credentials|authentication)|client[_ ](?:secret|authentication).{0,20}(?:missing|is required|not provided)|must contain.{0,40}client_secret/i,
      cause: 'client_secret_missing',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /client.{0,20}(?:does not exist|not found|unknown|is not registered)/i,
      cause: 'client_unknown',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /authentication method.{0,60}(?:not supported|not allowed|unsupported|was requested)/i,
      cause: 'client_auth_method_wrong',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /session (?:not (?:active|found)|not valid)|user session not found/i,
      cause: 'grant_revoked',
      strength: 0.85,
    },
    // Texts of the PHP library league/oauth2-server, which no URL tells.
    {
      at: 'token',
      says: /authorization code has been revoked/i,
      cause: 'code_reused',
      strength: 0.9,
    },
    {
      at: 'token',
      says: /authorization code (?:malformed|was not found)|cannot (?:validate|decrypt) the (?:provided )?authorization code/i,
      cause: 'code_unknown',
      strength: 0.8,
    },
    {
      at: 'token',
      says: /cannot decrypt the refresh token/i,
      cause: 'refresh_token_invalid',
      strength: 0.85,
    },
    {
      at: 'token',
      says: /token is not linked to client/i,
      cause: 'refresh_token_other_client',
      strength: 0.95,
    },
    {
      at: 'token',
      says: /failed to verify `code_verifier`/i,
      cause: 'pkce_verifier_mismatch',
      strength: 0.95,
    },
    { at: 'any', says: /rate limit|too many requests/i, cause: 'rate_limited', strength: 0.95 },
  ],
  fixes: {},
};

/** The longest life the standard recommends for a code; used when a server's own is not known. */
export const recommendedCodeLifetime = { milliseconds: 600_000, source: rfc(6749, '4.1.2') };
