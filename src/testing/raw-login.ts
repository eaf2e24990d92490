const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A login with a code and a signed client assertion, as HTTP messages in text; `times` are in both of its tokens. */
export function codeLogin(times: { readonly iat: number; readonly exp: number }, date?: string): string {
  const jwt = (claims: object): string =>
    [encoded({ alg: 'RS256', kid: 'k' }), encoded({ ...claims, ...times }), 'c2lnbmF0dXJl'].join('.');
  const redirect = encodeURIComponent('https://app.test/cb');
  const assertion = jwt({ iss: 'c', sub: 'c', aud: 'https://as.test/token', jti: 'j' });
  const idToken = jwt({ iss: 'https://as.test', aud: 'c', sub: 'u' });
  const type = encodeURIComponent('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  return [
    `GET /authorize?response_type=code&scope=openid&client_id=c&redirect_uri=${redirect}&state=a-long-state&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256 HTTP/1.1`,
    'Host: as.test',
    '',
    'HTTP/1.1 302 Found',
    'Location: https://app.test/cb?code=a-long-code&state=a-long-state',
    '',
    'POST /token HTTP/1.1',
    'Host: as.test',
    'Content-Type: application/x-www-form-urlencoded',
    '',
    `grant_type=authorization_code&code=a-long-code&client_id=c&redirect_uri=${redirect}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&client_assertion_type=${type}&client_assertion=${assertion}`,
    '',
    'HTTP/1.1 200 OK',
    'Content-Type: application/json',
    ...(date === undefined ? [] : [date]),
    '',
    JSON.stringify({ access_token: 'an-access-token', token_type: 'Bearer', id_token: idToken }),
    '',
  ].join('\n');
}
