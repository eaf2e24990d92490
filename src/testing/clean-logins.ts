import { traceStart } from './trace-text.ts';

/** A login that works, in the real URL shapes of a provider. */
export interface CleanLogin {
  /** Id of the provider that must be recognised. */
  readonly provider: string;
  /** The tenant it must find; undefined for a provider with only one. */
  readonly tenant: string | undefined;
  /** Where the browser was sent, without query. */
  readonly authorize: string;
  readonly trace: string;
}

/**
 * One login a line: provider, tenant, authorization endpoint, token endpoint, issuer of the ID token, and then what is
 * particular: `secret` (a server redeems with one), `no-grant-type`, `json`, `form` (of the answer), `redirect=…`, or
 * members of a discovery document, which is then read first (a value that begins with / stands below the issuer).
 */
const table = `
okta acme.okta.com/default https://acme.okta.com/oauth2/default/v1/authorize https://acme.okta.com/oauth2/default/v1/token https://acme.okta.com/oauth2/default
okta acme.okta.com https://acme.okta.com/oauth2/v1/authorize https://acme.okta.com/oauth2/v1/token https://acme.okta.com
okta acme.okta.com/default https://acme.okta.com/oauth2/default/v1/authorize https://acme-admin.okta.com/oauth2/default/v1/token https://id.acme.test/oauth2/default
okta - https://id.acme.test/oauth2/aus1a2b3c4d5e6f7g8h9/v1/authorize https://id.acme.test/oauth2/aus1a2b3c4d5e6f7g8h9/v1/token https://id.acme.test/oauth2/aus1a2b3c4d5e6f7g8h9
okta - https://id.acme.test/oauth2/v1/authorize https://id.acme.test/oauth2/v1/token https://id.acme.test jwks_uri=/oauth2/v1/keys
auth0 acme.eu https://acme.eu.auth0.com/authorize https://acme.eu.auth0.com/oauth/token https://acme.eu.auth0.com/
auth0 - https://login.acme.test/authorize https://login.acme.test/oauth/token https://login.acme.test/ mfa_challenge_endpoint=https://login.acme.test/mfa/challenge
entra common https://login.microsoftonline.com/common/oauth2/v2.0/authorize https://login.microsoftonline.com/common/oauth2/v2.0/token https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0
entra organizations https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/oauth2/v2.0/token https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0
entra contoso.com https://login.microsoftonline.com/contoso.com/oauth2/authorize https://login.windows.net/contoso.com/oauth2/token https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/
entra us/contoso.us https://login.microsoftonline.us/contoso.us/oauth2/v2.0/authorize https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token https://login.microsoftonline.us/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0
entra cn/contoso.partner.onmschina.cn https://login.partner.microsoftonline.cn/contoso.partner.onmschina.cn/oauth2/v2.0/authorize https://login.chinacloudapi.cn/contoso.partner.onmschina.cn/oauth2/v2.0/token https://login.partner.microsoftonline.cn/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0
entra consumers https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/oauth2/v2.0/token https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0
entra-external-id contoso https://contoso.ciamlogin.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize https://contoso.ciamlogin.com/contoso.onmicrosoft.com/oauth2/v2.0/token https://72f988bf-86f1-41af-91ab-2d7cd011db47.ciamlogin.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0
azure-ad-b2c contoso/b2c_1_susi https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/authorize https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/token https://contoso.b2clogin.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0/
azure-ad-b2c contoso https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize?p=B2C_1_susi https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/token https://contoso.b2clogin.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0/
azure-ad-b2c contoso.onmicrosoft.com/b2c_1_susi https://login.microsoftonline.com/tfp/contoso.onmicrosoft.com/B2C_1_susi/oauth2/v2.0/authorize https://login.microsoftonline.com/te/contoso.onmicrosoft.com/b2c_1_susi/oauth2/v2.0/token https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0/
azure-ad-b2c 72f988bf-86f1-41af-91ab-2d7cd011db47/b2c_1_susi https://login.acme.test/72f988bf-86f1-41af-91ab-2d7cd011db47/B2C_1_susi/oauth2/v2.0/authorize https://login.acme.test/72f988bf-86f1-41af-91ab-2d7cd011db47/B2C_1_susi/oauth2/v2.0/token https://login.acme.test/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0/
google - https://accounts.google.com/o/oauth2/auth https://www.googleapis.com/oauth2/v4/token https://accounts.google.com secret
google - https://accounts.google.com/o/oauth2/v2/auth https://oauth2.googleapis.com/token https://accounts.google.com secret
cognito eu-west-1/acme https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E
cognito - https://auth.acme.test/oauth2/authorize https://auth.acme.test/oauth2/token https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E jwks_uri=/.well-known/jwks.json
keycloak shop https://sso.acme.test/realms/shop/protocol/openid-connect/auth https://sso.acme.test/realms/shop/protocol/openid-connect/token https://sso.acme.test/realms/shop
keycloak shop https://sso.acme.test/auth/realms/shop/protocol/openid-connect/auth https://sso.acme.test/auth/realms/shop/protocol/openid-connect/token https://sso.acme.test/auth/realms/shop
github - https://github.com/login/oauth/authorize https://github.com/login/oauth/access_token - secret no-grant-type form
github octo https://octo.ghe.com/login/oauth/authorize https://octo.ghe.com/login/oauth/access_token - secret no-grant-type
gitlab - https://gitlab.com/oauth/authorize https://gitlab.com/oauth/token https://gitlab.com
gitlab - https://git.acme.test/oauth/authorize https://git.acme.test/oauth/token https://git.acme.test jwks_uri=/oauth/discovery/keys
duende - https://id.acme.test/connect/authorize https://id.acme.test/connect/token https://id.acme.test jwks_uri=/.well-known/openid-configuration/jwks
openiddict - https://id.acme.test/connect/authorize https://id.acme.test/connect/token https://id.acme.test/ jwks_uri=https://id.acme.test/.well-known/jwks
node-oidc-provider - https://op.acme.test/auth https://op.acme.test/token https://op.acme.test jwks_uri=/jwks userinfo_endpoint=/me
ory acme-1 https://acme-1.projects.oryapis.com/oauth2/auth https://acme-1.projects.oryapis.com/oauth2/token https://acme-1.projects.oryapis.com
ory - https://hydra.acme.test/oauth2/auth https://hydra.acme.test/oauth2/token https://hydra.acme.test/ end_session_endpoint=https://hydra.acme.test/oauth2/sessions/logout
authelia - https://auth.acme.test/api/oidc/authorization https://auth.acme.test/api/oidc/token https://auth.acme.test
spring - https://as.acme.test/oauth2/authorize https://as.acme.test/oauth2/token https://as.acme.test jwks_uri=/oauth2/jwks userinfo_endpoint=/userinfo
django-oauth-toolkit - https://api.acme.test/o/authorize/ https://api.acme.test/o/token/ https://api.acme.test/o
authentik - https://ak.acme.test/application/o/authorize/ https://ak.acme.test/application/o/token/ https://ak.acme.test/application/o/shop/
glewlwyd oidc https://glewlwyd.acme.test/api/oidc/auth https://glewlwyd.acme.test/api/oidc/token https://glewlwyd.acme.test/api/oidc
supabase abcdefghijklmnopqrst https://abcdefghijklmnopqrst.supabase.co/auth/v1/oauth/authorize https://abcdefghijklmnopqrst.supabase.co/auth/v1/oauth/token https://abcdefghijklmnopqrst.supabase.co/auth/v1
pingone 11111111-2222-3333-4444-555555555555 https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as/authorize https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as/token https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as
pingfederate - https://sso.acme.test/pf/as/authorization.oauth2 https://sso.acme.test/pf/as/token.oauth2 https://sso.acme.test/pf
pingfederate - https://sso.acme.test/as/authorization.oauth2 https://sso.acme.test/as/token.oauth2 https://sso.acme.test
onelogin acme https://acme.onelogin.com/oidc/2/auth https://acme.onelogin.com/oidc/2/token https://acme.onelogin.com/oidc/2
forgerock /realms/alpha https://am.acme.test/openam/oauth2/alpha/authorize https://am.acme.test/openam/oauth2/realms/root/realms/alpha/access_token https://am.acme.test/openam/oauth2/realms/root/realms/alpha
forgerock /realms/alpha https://openam-acme.forgeblocks.com/am/oauth2/realms/root/realms/alpha/authorize https://openam-acme.forgeblocks.com/am/oauth2/realms/root/realms/alpha/access_token https://openam-acme.forgeblocks.com/am/oauth2/realms/root/realms/alpha
forgerock /realms/alpha https://am.acme.test/am/oauth2/realms/root/realms/alpha/authorize https://am.acme.test/am/oauth2/realms/root/realms/alpha/access_token https://am.internal:443/am/oauth2/realms/root/realms/alpha
atlassian - https://auth.atlassian.com/authorize https://auth.atlassian.com/oauth/token - secret json
bitbucket - https://bitbucket.org/site/oauth2/authorize https://bitbucket.org/site/oauth2/access_token - secret
slack - https://acme.slack.com/openid/connect/authorize https://slack.com/api/openid.connect.token https://slack.com secret
slack - https://slack.com/oauth/v2/authorize https://slack.com/api/oauth.v2.access - secret no-grant-type
salesforce login.salesforce.com https://login.salesforce.com/services/oauth2/authorize https://acme.my.salesforce.com/services/oauth2/token https://login.salesforce.com secret
salesforce login.salesforce.com https://login.salesforce.com/services/oauth2/authorize https://login.salesforce.com/services/oauth2/token https://login.salesforce.com
salesforce acme.my.salesforce.com https://acme.my.salesforce.com/services/oauth2/authorize https://acme.my.salesforce.com/services/oauth2/token https://acme.my.salesforce.com
linkedin - https://www.linkedin.com/oauth/v2/authorization https://www.linkedin.com/oauth/v2/accessToken https://www.linkedin.com/oauth secret
facebook - https://www.facebook.com/v19.0/dialog/oauth https://graph.facebook.com/v19.0/oauth/access_token - secret no-grant-type
apple - https://appleid.apple.com/auth/authorize https://appleid.apple.com/auth/token https://appleid.apple.com secret
x - https://x.com/i/oauth2/authorize https://api.x.com/2/oauth2/token -
x - https://twitter.com/i/oauth2/authorize https://api.twitter.com/2/oauth2/token -
discord - https://discordapp.com/api/oauth2/authorize https://discord.com/api/v10/oauth2/token - secret
discord - https://canary.discord.com/oauth2/authorize https://discord.com/api/oauth2/token - secret
spotify - https://accounts.spotify.com/authorize https://accounts.spotify.com/api/token -
dropbox - https://www.dropbox.com/oauth2/authorize https://api.dropboxapi.com/oauth2/token -
zoom - https://acme.zoom.us/oauth/authorize https://zoom.us/oauth/token - secret
shopify acme https://acme.myshopify.com/admin/oauth/authorize https://acme.myshopify.com/admin/oauth/access_token - secret no-grant-type
stripe - https://connect.stripe.com/oauth/authorize https://connect.stripe.com/oauth/token - secret
amazon - https://www.amazon.com/ap/oa https://api.amazon.com/auth/o2/token - secret
amazon - https://eu.account.amazon.com/ap/oa https://api.amazon.co.uk/auth/o2/token - secret
zitadel - https://acme.zitadel.cloud/oauth/v2/authorize https://acme.zitadel.cloud/oauth/v2/token https://acme.zitadel.cloud
zitadel - https://id.acme.test/oauth/v2/authorize https://id.acme.test/oauth/v2/token https://id.acme.test end_session_endpoint=/oidc/v1/end_session
fusionauth - https://acme.fusionauth.io/oauth2/authorize https://acme.fusionauth.io/oauth2/token acme.com
fusionauth - https://auth.acme.test/oauth2/authorize https://auth.acme.test/oauth2/token https://auth.acme.test device_authorization_endpoint=/oauth2/device_authorize
workos - https://api.workos.com/sso/authorize https://api.workos.com/sso/token - secret
workos acme https://acme.authkit.app/oauth2/authorize https://acme.authkit.app/oauth2/token https://acme.authkit.app
clerk verb-noun-12 https://verb-noun-12.clerk.accounts.dev/oauth/authorize https://verb-noun-12.clerk.accounts.dev/oauth/token https://verb-noun-12.clerk.accounts.dev
clerk acme.test https://clerk.acme.test/oauth/authorize https://clerk.acme.test/oauth/token https://clerk.acme.test
descope - https://api.descope.com/oauth2/v1/authorize https://api.descope.com/oauth2/v1/token https://api.descope.com/P2abcdefghijklmnopqrstuvwxyz1
kinde acme https://acme.kinde.com/oauth2/auth https://acme.kinde.com/oauth2/token https://acme.kinde.com
logto a1b2c3 https://a1b2c3.logto.app/oidc/auth https://a1b2c3.logto.app/oidc/token https://a1b2c3.logto.app/oidc
adfs - https://fs.acme.test/adfs/oauth2/authorize https://fs.acme.test/adfs/oauth2/token/ https://fs.acme.test/adfs
sap acme https://acme.accounts.ondemand.com/oauth2/authorize https://acme.accounts.ondemand.com/oauth2/token https://acme.accounts.ondemand.com
sap acme.eu10 https://acme.authentication.eu10.hana.ondemand.com/oauth/authorize https://acme.authentication.eu10.hana.ondemand.com/oauth/token https://acme.authentication.eu10.hana.ondemand.com/oauth/token
lemonldap-ng - https://auth.acme.test/oauth2/authorize https://auth.acme.test/oauth2/token https://auth.acme.test check_session_iframe=/oauth2/checksession.html
generic - https://as.acme.test/authorize https://as.acme.test/token https://as.acme.test
generic t/acme https://as.acme.test/t/acme/oauth2/authorize https://as.acme.test/t/acme/oauth2/token https://as.acme.test/t/acme
`;

/** Google's login in a popup: the answer travels by script, and a server redeems with the word `postmessage`. */
const googlePopup = `
GET https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=client&redirect_uri=storagerelay%3A%2F%2Fhttps%2Fapp.test%3Fid%3Dauth123&scope=openid&ux_mode=popup -> 200 <p>closing</p>
POST https://app.test/api/login code=4%2F0Ab&csrf=1 -> 200 {"ok":true} kind=fetch
POST https://oauth2.googleapis.com/token grant_type=authorization_code&client_id=client&client_secret=s&code=4%2F0Ab&redirect_uri=postmessage -> 200 {"access_token":"at","expires_in":3599,"token_type":"Bearer"} source=server.txt tab=none
`;

/** Firebase: a handler page brokers the login, and the app refreshes at another Google host. */
const firebase = `
GET https://acme-shop.firebaseapp.com/__/auth/handler?apiKey=AIza&authType=signInViaPopup&providerId=google.com -> 200 <p>wait</p>
POST https://identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=AIza {"requestUri":"https://app.test/"} -> 200 {"idToken":"x","refreshToken":"r","expiresIn":"3600"} kind=fetch
POST https://securetoken.googleapis.com/v1/token?key=AIza grant_type=refresh_token&refresh_token=r -> 200 {"access_token":"at","expires_in":"3600","token_type":"Bearer","refresh_token":"r","id_token":"x","user_id":"u","project_id":"1"}
`;

// The pair of RFC 7636 appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** At least one login of every provider. */
export const cleanLogins: readonly CleanLogin[] = [
  ...table.trim().split('\n').map(loginOf),
  {
    provider: 'google',
    tenant: undefined,
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    trace: googlePopup,
  },
  {
    provider: 'firebase',
    tenant: 'acme-shop',
    authorize: 'https://acme-shop.firebaseapp.com/__/auth/handler',
    trace: firebase,
  },
];

function loginOf(line: string): CleanLogin {
  const [provider = '', tenant = '', authorize = '', token = '', issuer = '', ...options] = line.split(' ');
  return {
    provider,
    tenant: tenant === '-' ? undefined : tenant,
    authorize: authorize.replace(/\?.*/, ''),
    trace: [
      ...discovery(issuer, authorize, token, options),
      ...authorization(authorize, issuer),
      redemption(token, issuer, options),
    ].join('\n'),
  };
}

function discovery(
  issuer: string,
  authorize: string,
  token: string,
  options: readonly string[],
): readonly string[] {
  const members = options
    .filter((option) => option.includes('='))
    .map((option) => {
      const [name = '', value = ''] = option.split('=');
      return [name, value.startsWith('/') ? issuer + value : value] as const;
    });
  if (members.length === 0) return [];
  const particular: Readonly<Record<string, string>> = Object.fromEntries(members);
  const document = {
    issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
    ...particular,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return [`GET ${url} -> 200 ${JSON.stringify(document)}`];
}

function authorization(authorize: string, issuer: string): readonly string[] {
  const openid = issuer === '-' ? 'scope=read' : 'scope=openid&nonce=n-0S6_WzA2Mj';
  const query = `response_type=code&client_id=client&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=af0ifjsldkjz9q7&${openid}&code_challenge=${challenge}&code_challenge_method=S256`;
  const answer = 'https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkjz9q7';
  return [
    `GET ${authorize}${authorize.includes('?') ? '&' : '?'}${query} -> 302 ${answer}`,
    `GET ${answer} -> 200 <p>signed in</p>`,
  ];
}

function redemption(token: string, issuer: string, options: readonly string[]): string {
  const secret = options.includes('secret');
  const form = new URLSearchParams({
    ...(options.includes('no-grant-type') ? {} : { grant_type: 'authorization_code' }),
    client_id: 'client',
    ...(secret ? { client_secret: 'k7Gq2mZ9xW4v' } : {}),
    code: 'SplxlOBeZQQYbYS6WxSbIA',
    redirect_uri: 'https://app.test/cb',
    code_verifier: verifier,
  });
  const body = options.includes('json') ? JSON.stringify(Object.fromEntries(form)) : form.toString();
  const tokens = {
    access_token: 'SlAV32hkKG',
    token_type: 'Bearer',
    ...(issuer === '-' ? {} : { id_token: idToken(issuer), expires_in: 3600 }),
  };
  const answer = options.includes('form')
    ? 'access_token=SlAV32hkKG&scope=read&token_type=bearer'
    : JSON.stringify(tokens);
  return `POST ${token} ${body} -> 200 ${answer} kind=fetch${secret ? ' source=server.txt tab=none' : ''}`;
}

function idToken(issuer: string): string {
  const now = Math.floor(traceStart / 1000);
  const claims = { iss: issuer, sub: 'u', aud: 'client', nonce: 'n-0S6_WzA2Mj', iat: now, exp: now + 3600 };
  return [{ alg: 'RS256', kid: 'k' }, claims, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}
