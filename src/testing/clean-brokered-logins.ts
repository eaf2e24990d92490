/**
 * Logins that work and run through further servers: a broker's own login at another provider carries another client,
 * another redirect_uri and a foreign code, and a login page sends the browser to the authorization endpoint again.
 */
export const cleanBrokeredLogins: readonly (readonly [name: string, trace: string])[] = [
  [
    'Okta and Google',
    brokered(
      'https://acme.okta.com/oauth2/default/v1/authorize',
      'https://acme.okta.com/oauth2/v1/authorize/callback',
      'https://acme.okta.com/oauth2/default/v1/token',
    ),
  ],
  [
    'Auth0 and Google',
    brokered(
      'https://acme.eu.auth0.com/authorize',
      'https://acme.eu.auth0.com/login/callback',
      'https://acme.eu.auth0.com/oauth/token',
    ),
  ],
  [
    'Keycloak and Google',
    brokered(
      'https://sso.test/realms/shop/protocol/openid-connect/auth',
      'https://sso.test/realms/shop/broker/google/endpoint',
      'https://sso.test/realms/shop/protocol/openid-connect/token',
    ),
  ],
  [
    'Cognito and Google',
    brokered(
      'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
      'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/idpresponse',
      'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
    ),
  ],
  [
    'Azure AD B2C and Google',
    brokered(
      'https://c.b2clogin.com/c.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/authorize',
      'https://c.b2clogin.com/c.onmicrosoft.com/oauth2/authresp',
      'https://c.b2clogin.com/c.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/token',
    ),
  ],
  [
    'Clerk and Google',
    brokered(
      'https://clerk.acme.test/oauth/authorize',
      'https://clerk.acme.test/v1/oauth_callback',
      'https://clerk.acme.test/oauth/token',
    ),
  ],
  [
    'SAP XSUAA and Google',
    brokered(
      'https://a.authentication.eu10.hana.ondemand.com/oauth/authorize',
      'https://a.authentication.eu10.hana.ondemand.com/login/callback/google',
      'https://a.authentication.eu10.hana.ondemand.com/oauth/token',
    ),
  ],
  [
    'Supabase and GitHub',
    `
    GET https://abcdefghijklmnopqrst.supabase.co/auth/v1/authorize?provider=github&redirect_to=https%3A%2F%2Fapp.test%2Fcb&code_challenge={challenge}&code_challenge_method=s256 -> 302 https://github.com/login/oauth/authorize?client_id=upstream&redirect_uri=https%3A%2F%2Fabcdefghijklmnopqrst.supabase.co%2Fauth%2Fv1%2Fcallback&response_type=code&scope=user%3Aemail&state=eyJhbGciOiJI
    GET https://github.com/login/oauth/authorize?client_id=upstream&redirect_uri=https%3A%2F%2Fabcdefghijklmnopqrst.supabase.co%2Fauth%2Fv1%2Fcallback&response_type=code&scope=user%3Aemail&state=eyJhbGciOiJI -> 302 https://abcdefghijklmnopqrst.supabase.co/auth/v1/callback?code=foreign1234&state=eyJhbGciOiJI
    GET https://abcdefghijklmnopqrst.supabase.co/auth/v1/callback?code=foreign1234&state=eyJhbGciOiJI -> 302 https://app.test/cb?code=0b9d6ff1-0001-4a51-8f9f-000000000000
    GET https://app.test/cb?code=0b9d6ff1-0001-4a51-8f9f-000000000000 -> 200 <p>wait</p>
    POST https://abcdefghijklmnopqrst.supabase.co/auth/v1/token?grant_type=pkce {"auth_code":"0b9d6ff1-0001-4a51-8f9f-000000000000","code_verifier":"{verifier}"} -> 200 {"access_token":"at","token_type":"bearer","expires_in":3600,"refresh_token":"rt"}
    `,
  ],
  [
    'Ory Hydra, which returns to its endpoint with verifiers',
    again(
      'https://hydra.test/oauth2/auth',
      '&login_verifier=3c6f&consent_verifier=9b1e',
      'https://hydra.test/oauth2/token',
    ),
  ],
  [
    'Duende, which returns to a callback of its endpoint',
    again(
      'https://id.test/connect/authorize',
      '',
      'https://id.test/connect/token',
      'https://id.test/connect/authorize/callback',
    ),
  ],
  [
    'a login page that repeats the request',
    again('https://as.test/oauth2/authorize', '', 'https://as.test/oauth2/token'),
  ],
  [
    'oidc-provider, which resumes under an id',
    resumed('https://op.test/auth', 'https://op.test/auth/Zq3yWc0vT1', 'https://op.test/token'),
  ],
  [
    'PingFederate, which resumes elsewhere',
    resumed(
      'https://sso.test/as/authorization.oauth2',
      'https://sso.test/as/Zq3yW/resume/as/authorization.ping',
      'https://sso.test/as/token.oauth2',
    ),
  ],
  [
    'Auth0, which resumes with a state of its own',
    resumed(
      'https://acme.eu.auth0.com/authorize',
      'https://acme.eu.auth0.com/authorize/resume?state=hKFo2SB',
      'https://acme.eu.auth0.com/oauth/token',
    ),
  ],
].map(([name = '', trace = '']) => [name, fill(trace)] as const);

function query(): string {
  return 'response_type=code&client_id=client&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=af0ifjsldkjz9q7&scope=read&code_challenge={challenge}&code_challenge_method=S256';
}

function answer(): string {
  return 'https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkjz9q7';
}

function ending(token: string): string {
  return `
    GET ${answer()} -> 200 <p>signed in</p>
    POST ${token} grant_type=authorization_code&client_id=client&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&code_verifier={verifier} -> 200 {"access_token":"at","token_type":"Bearer","expires_in":3600}`;
}

function brokered(authorize: string, callback: string, token: string): string {
  const upstream = `https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=upstream&redirect_uri=${encodeURIComponent(callback)}&scope=openid&state=q8Jk2ZpL0wTn&nonce=b7Rk1`;
  const foreign = `${callback}?code=4%2F0AbForeign&state=q8Jk2ZpL0wTn`;
  return `
    GET ${authorize}?${query()} -> 302 ${upstream}
    GET ${upstream} -> 302 ${foreign}
    GET ${foreign} -> 302 ${answer()}${ending(token)}`;
}

function again(authorize: string, more: string, token: string, second = authorize): string {
  return `
    GET ${authorize}?${query()} -> 302 ${new URL(authorize).origin}/login?challenge=1
    GET ${new URL(authorize).origin}/login?challenge=1 -> 200 <form></form>
    POST ${new URL(authorize).origin}/login?challenge=1 user=u&password=p -> 302 ${second}?${query()}${more}
    GET ${second}?${query()}${more} -> 302 ${answer()}${ending(token)}`;
}

function resumed(authorize: string, resume: string, token: string): string {
  return `
    GET ${authorize}?${query()} -> 302 ${new URL(authorize).origin}/interaction/1
    GET ${new URL(authorize).origin}/interaction/1 -> 200 <form></form>
    POST ${new URL(authorize).origin}/interaction/1 user=u&password=p -> 302 ${resume}
    GET ${resume} -> 302 ${answer()}${ending(token)}`;
}

/** Puts in the pair of RFC 7636 appendix B. */
function fill(trace: string): string {
  return trace
    .replaceAll('{verifier}', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
    .replaceAll('{challenge}', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
}
