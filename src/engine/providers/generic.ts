import { rfc } from '../oauth/source.ts';
import { anywhere, atAuthorize, atToken, keysOrSecrets, saying } from './facts.ts';
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
    atAuthorize(
      /\b(?:invalid_redirect_uri|redirect_uri_mismatch|redirect_mismatch)\b/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atAuthorize(
      /redirect[_ ]ur[il].{0,60}(?:not registered|did not match|does not match|not allowed|mismatch|invalid)/i,
      'redirect_uri_not_registered',
      0.95,
    ),
    atAuthorize(
      /(?:invalid|unregistered|mismatch\w{0,10}).{0,30}redirect[_ ]ur[il]/i,
      'redirect_uri_not_registered',
      0.9,
    ),
    atAuthorize(
      /requires PKCE|PKCE (?:code challenge )?is required|code[_ ]challenge(?:_method)? (?:is )?(?:required|missing|must be provided)/i,
      'pkce_required',
      0.95,
    ),
    atAuthorize(
      /\b(?:invalid_client|deleted_client|disabled_client)\b(?![\s\S]{0,200}redirect[_ ]ur[il])/i,
      'client_unknown',
      0.95,
    ),
    atAuthorize(
      /\b(?:client|application)\b.{0,40}(?:not found|does not exist|unknown|is invalid|not registered)/i,
      'client_unknown',
      0.95,
    ),
    saying(
      'The client is not registered in this tenant.',
      anywhere(
        /(?:client|application).{0,60}(?:not found|does not exist|unknown).{0,40}(?:tenant|directory|realm|organi[sz]ation)/i,
        'tenant_mismatch',
        0.6,
      ),
    ),
    atToken(
      /issued (?:to|by|for) (?:another|a different) (?:tenant|realm|issuer|authorization server)/i,
      'tenant_mismatch',
      0.97,
    ),
    atToken(
      /redirect_uri.{0,60}(?:does not match|mismatch|not match|differs)|incorrect redirect_uri/i,
      'redirect_uri_mismatch_at_token',
      0.96,
    ),
    atToken(
      /PKCE (?:verification|code verification) failed|(?:invalid|incorrect|wrong) code[_ ]verifier|code[_ ]verifier (?:does not match|mismatch)/i,
      'pkce_verifier_mismatch',
      0.95,
    ),
    atToken(
      /code[_ ]verifier.{0,30}(?:missing|is required|not specified|must be)|missing code[_ ]verifier/i,
      'pkce_verifier_missing',
      0.9,
    ),
    atToken(
      /\bcode\b.{0,40}(?:already (?:been )?(?:used|redeemed|consumed)|was already)/i,
      'code_reused',
      0.95,
    ),
    atToken(/\bcode\b[^.]{0,20} (?:is|has) expired\b(?! or)/i, 'code_expired', 0.95),
    atToken(/\bdevice[_ ]code\b[^.]{0,20} (?:is|has) expired\b(?! or)/i, 'device_code_expired', 0.95),
    // The standard's sentence for invalid_grant ends so, whatever the reason.
    atToken(
      /(?<!\bor was )issued to another client|different client_id|not match the one from the authorize request/i,
      'code_other_client',
      0.95,
    ),
    atToken(/refresh token.{0,20}(?:already used|was already used|reuse)/i, 'refresh_token_reused', 0.95),
    atToken(/refresh token.{0,10} (?:is |has )?expired\b(?! or)/i, 'refresh_token_expired', 0.95),
    anywhere(/client secret.{0,50}\bexpired\b/i, 'client_secret_expired', 0.95),
    atToken(
      /\b(?:invalid|wrong|incorrect|bad) client[_ ]secret|client secret.{0,40}(?:is )?(?:invalid|incorrect|wrong|does not match)/i,
      'client_secret_wrong',
      0.9,
    ),
    atToken(
      /(?<!unknown client, )no client (?:credentials|authentication)|client[_ ](?:secret|authentication).{0,20}(?:missing|is required|not provided)|must contain.{0,40}client_secret/i,
      'client_secret_missing',
      0.9,
    ),
    atToken(/client.{0,20}(?:does not exist|not found|unknown|is not registered)/i, 'client_unknown', 0.9),
    atToken(
      /authentication method.{0,60}(?:not supported|not allowed|unsupported|was requested)/i,
      'client_auth_method_wrong',
      0.9,
    ),
    atToken(/session (?:not (?:active|found)|not valid)|user session not found/i, 'grant_revoked', 0.85),
    // Texts of the PHP library league/oauth2-server, which no URL tells.
    atToken(/authorization code has been revoked/i, 'code_reused', 0.9),
    atToken(
      /authorization code (?:malformed|was not found)|(?:cannot (?:validate|decrypt)|issue decrypting) the (?:provided )?authorization code/i,
      'code_unknown',
      0.8,
    ),
    atToken(/cannot decrypt the refresh token/i, 'refresh_token_invalid', 0.85),
    atToken(/code was not issued to this client/i, 'code_other_client', 0.95),
    anywhere(/code challenge must be provided/i, 'pkce_required', 0.95),
    atToken(/\binvalid redirect uri\b/i, 'redirect_uri_mismatch_at_token', 0.85),
    atToken(/\btoken has been revoked/i, 'refresh_token_revoked', 0.8),
    atToken(/\btoken has expired(?:$|")/i, 'refresh_token_expired', 0.8),
    atToken(/token is not linked to client/i, 'refresh_token_other_client', 0.95),
    atToken(/failed to verify `code_verifier`/i, 'pkce_verifier_mismatch', 0.95),
    atToken(/check the `redirect_uri` parameter/i, 'redirect_uri_mismatch_at_token', 0.85),
    atToken(/check the `code_verifier` parameter/i, 'pkce_verifier_missing', 0.85),
    anywhere(/rate limit|too many requests/i, 'rate_limited', 0.95),
  ],
  fixes: {},
};

/** The longest life the standard recommends for a code; used when a server's own is not known. */
export const recommendedCodeLifetime = { milliseconds: 600_000, source: rfc(6749, '4.1.2') };
