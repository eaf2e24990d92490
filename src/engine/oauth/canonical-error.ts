/** Non-standard codes of public servers and the standard code each stands for. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['bad_verification_code', 'invalid_grant'],
  ['bad_refresh_token', 'invalid_grant'],
  ['incorrect_client_credentials', 'invalid_client'],
  ['application_suspended', 'invalid_client'],
  ['deleted_client', 'invalid_client'],
  ['disabled_client', 'invalid_client'],
  ['invalid_code', 'invalid_grant'],
  ['code_already_used', 'invalid_grant'],
  ['bad_client_secret', 'invalid_client'],
  ['invalid_client_id', 'invalid_client'],
  ['bad_redirect_uri', 'redirect_uri_mismatch'],
  ['bad_redirect_url', 'redirect_uri_mismatch'],
]);

/** The standard code for what a server sent: aliases resolved, and codes that the text contradicts corrected. */
export function canonicalError(
  sent: string | undefined,
  description: string | undefined,
): string | undefined {
  const text = (description ?? '').toLowerCase();
  const code = sent === undefined ? undefined : (aliases.get(sent.toLowerCase()) ?? sent.toLowerCase());
  if (text.includes('code verifier does not match authorization code')) return 'invalid_grant';
  if (code === 'unauthorized_client' && /invalid client (?:or invalid client )?credentials/.test(text)) {
    return 'invalid_client';
  }
  return code;
}
