/** A sequence of messages that a protocol allows, or one that it does not. */
export interface Sequence {
  readonly machine: string;
  readonly name: string;
  readonly trace: string;
  /** Kind and outcome of each flow. */
  readonly outcomes: readonly string[];
  /** The rule that fails on it; undefined for a legal sequence, on which no rule finds an error. */
  readonly rule: string | undefined;
}

const op = 'https://op.test';
const query =
  'response_type=code&client_id=c&redirect_uri=https://app.test/cb&scope=api&state=st4te-0f-this-l0gin&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
const callback = 'https://app.test/cb?code=k-0f-this-l0gin&state=st4te-0f-this-l0gin';
const ask = (more = '', at = ''): string => `GET ${op}/authorize?${query}${more} -> 302 ${callback} ${at}`;
const land = `GET ${callback} -> 200 <p>App</p>`;
const form =
  'grant_type=authorization_code&client_id=c&code=k-0f-this-l0gin&redirect_uri=https://app.test/cb&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const tokens = '200 {"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1"}';
const redeem = (answer = tokens, head = ''): string => `POST ${op}/token ${head}${form} -> ${answer}`;
const unread = (answer: string): string =>
  `POST ${op}/token [Origin: https://app.test] -> ${answer} unknown=requestBody,responseBody`;
const refresh = (token: string, answer: string, options = ''): string =>
  `POST ${op}/token grant_type=refresh_token&client_id=c&refresh_token=${token} -> ${answer} ${options}`;
const renewed = (number: number): string =>
  `200 {"access_token":"at-${number}","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-${number}"}`;
const login = `${ask()}\n${land}\n${redeem()}`;
const call = (token: string, answer: string): string =>
  `GET https://api.test/orders [Authorization: Bearer ${token}] -> ${answer}`;
const device = `POST ${op}/device client_id=c&scope=api -> 200 {"device_code":"d-0f-this-tv","user_code":"WDJB-MJHT","verification_uri":"${op}/device","expires_in":600,"interval":5} @0s`;
const poll = (answer: string, at: string): string =>
  `POST ${op}/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=c&device_code=d-0f-this-tv -> ${answer} ${at}`;
const pending = '400 {"error":"authorization_pending"}';
const ciba = `POST ${op}/bc-authorize [Authorization: Basic YzpzM2NyZXQ=] scope=openid&login_hint=u -> 200 {"auth_req_id":"r-0f-this-phone","expires_in":120,"interval":5} @0s tab=none`;
const ask4 = (answer: string, at: string): string =>
  `POST ${op}/token [Authorization: Basic YzpzM2NyZXQ=] grant_type=urn:openid:params:grant-type:ciba&auth_req_id=r-0f-this-phone -> ${answer} ${at} tab=none`;
const part = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const proof = (jti: string, nonce?: string): string =>
  `[DPoP: ${part({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } })}.${part({ jti, htm: 'POST', htu: `${op}/token`, iat: 1_800_000_000, ...(nonce === undefined ? {} : { nonce }) })}.c2ln] `;
const askNonce = '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}';
const bound = '200 {"access_token":"at-1","token_type":"DPoP","expires_in":3600}';
const par = `POST ${op}/par ${query} -> 201 {"request_uri":"urn:ietf:params:oauth:request_uri:u-0f-this-l0gin","expires_in":60} @0s`;
const open = (at: string, answer = `302 ${callback}`): string =>
  `GET ${op}/authorize?client_id=c&request_uri=urn:ietf:params:oauth:request_uri:u-0f-this-l0gin -> ${answer} ${at}`;
const silent = (answer: string, at: string): string =>
  `GET ${op}/authorize?${query}&prompt=none -> 302 https://app.test/cb?${answer}&state=st4te-0f-this-l0gin frame=3 kind=frame ${at}`;
const leave = (answer: string): string =>
  `GET ${op}/logout?client_id=c&post_logout_redirect_uri=https://app.test/&state=bye -> ${answer}`;
const asked = '[Sec-Fetch-Dest: webidentity]';
const fedCm = `GET https://idp.test/.well-known/web-identity ${asked} -> 200 {"provider_urls":["https://idp.test/fedcm.json"]} kind=other
GET https://idp.test/fedcm.json ${asked} -> 200 {"accounts_endpoint":"/accounts","id_assertion_endpoint":"/assert"} kind=other
GET https://idp.test/accounts ${asked} -> 200 {"accounts":[{"id":"u1"}]} kind=other`;
const assertion = (answer: string): string =>
  `POST https://idp.test/assert ${asked} [Origin: https://app.test] client_id=c&account_id=u1&disclosure_text_shown=false -> ${answer} kind=other`;

// One sequence a line.
// prettier-ignore
const rows: readonly (readonly [string, string, string, readonly string[], string?])[] = [
  ['F.1 code', 'request, answer, redemption', login, ['authorization_code succeeded']],
  ['F.1 code', 'the user says no', `GET ${op}/authorize?${query} -> 302 https://app.test/cb?error=access_denied&state=st4te-0f-this-l0gin`, ['authorization_code failed'], 'error-response-decoded'],
  ['F.1 code', 'a code is redeemed again', `${login}\n${redeem('400 {"error":"invalid_grant"}')} @20s`, ['authorization_code failed'], 'code-reused'],
  ['F.1 code', 'the request is sent again after a cancelled one', `GET ${op}/authorize?${query} -> net::ERR_ABORTED\n${login}`, ['authorization_code succeeded']],
  ['F.1 code', 'the token call again after the network failed', `${ask()}\n${land}\n${redeem('net::ERR_CONNECTION_RESET')}\n${redeem()}`, ['authorization_code succeeded']],
  ['F.1 code', 'the callback is loaded again after a cancelled load', `${ask()}\nGET ${callback} -> net::ERR_ABORTED\n${land}\n${redeem()}`, ['authorization_code succeeded']],
  ['F.1 code', 'documents come from the cache', `GET ${op}/.well-known/openid-configuration -> 304 kind=fetch\nGET ${op}/jwks -> 304 kind=fetch\n${login}`, ['authorization_code succeeded']],
  ['F.1 code', 'another login is open in another tab', `${ask('', 'tab=2').replace(`302 ${callback}`, '200 <form>Log in</form>').replaceAll('-0f-this-l0gin', '-0f-the-next').replace('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg')}\n${login}`, ['authorization_code abandoned', 'authorization_code succeeded']],
  ['F.1 code', 'the recording has no bodies', `${ask()}\n${land}\n${unread('200 [Content-Type: application/json]')}`, ['authorization_code succeeded']],
  ['F.1 code', 'the recording has no bodies, and the server failed', `${ask()}\n${land}\n${unread('503')}`, ['authorization_code failed'], 'endpoint-throttled-or-5xx'],
  ['F.2 implicit', 'tokens in the fragment', `GET ${op}/authorize?response_type=id_token&client_id=c&redirect_uri=https://app.test/cb&scope=openid&state=st4te-0f-this-l0gin&nonce=n0nce-0f-this-l0gin -> 302 https://app.test/cb#id_token=${part({ alg: 'RS256' })}.${part({ iss: op, aud: 'c', sub: 'u', nonce: 'n0nce-0f-this-l0gin', iat: 1_800_000_000, exp: 1_800_003_600 })}.c2ln&state=st4te-0f-this-l0gin`, ['implicit succeeded']],
  ['F.2 implicit', 'the ID token answers another request', `GET ${op}/authorize?response_type=id_token&client_id=c&redirect_uri=https://app.test/cb&scope=openid&state=st4te-0f-this-l0gin&nonce=n0nce-0f-this-l0gin -> 302 https://app.test/cb#id_token=${part({ alg: 'RS256' })}.${part({ iss: op, aud: 'c', sub: 'u', nonce: 'another', iat: 1_800_000_000, exp: 1_800_003_600 })}.c2ln&state=st4te-0f-this-l0gin`, ['implicit succeeded'], 'nonce-mismatch'],
  ['F.3 popup', 'the popup asks, the opener redeems', `${ask('', 'tab=2')}\n${land} tab=2\n${redeem()} tab=1`, ['authorization_code succeeded']],
  ['F.3 popup', 'both redeem', `${ask('', 'tab=2')}\n${land} tab=2 @1s\n${redeem()} tab=1 @2s took=500ms\n${redeem('400 {"error":"invalid_grant"}')} tab=2 @2.1s`, ['authorization_code failed'], 'code-redeemed-concurrently'],
  ['F.4 silent renew', 'login_required', silent('error=login_required', '@0s'), ['authorization_code abandoned']],
  ['F.4 silent renew', 'the frame is denied', `GET ${op}/authorize?${query}&prompt=none -> 200 [X-Frame-Options: DENY] <form>Log in</form> frame=3 kind=frame`, ['authorization_code abandoned'], 'silent-auth-blocked-in-frame'],
  ['F.5 PAR', 'pushed and opened', `${par}\n${open('@1s')}\n${land}\n${redeem()}`, ['authorization_code succeeded']],
  ['F.5 PAR', 'opened too late', `${par}\n${open('@90s', '400 {"error":"invalid_request_uri"}')}`, ['authorization_code failed'], 'par-request-uri-invalid'],
  ['F.5 PAR', 'opened under another name than was given', `${par}\n${open('@1s', '400 {"error":"invalid_request_uri"}').replace('u-0f-this', 'U-0F-THIS')}`, ['authorization_code abandoned', 'authorization_code failed'], 'par-request-uri-invalid'],
  ['F.6 device', 'pending, then tokens', `${device}\n${poll(pending, '@5s')}\n${poll('400 {"error":"slow_down"}', '@10s')}\n${poll(pending, '@20s')}\n${poll(tokens, '@30s')}`, ['device_code succeeded']],
  ['F.6 device', 'a poll that timed out', `${device}\n${poll('net::ERR_TIMED_OUT', '@5s')}\n${poll(tokens, '@15s')}`, ['device_code succeeded']],
  ['F.6 device', 'polled every second', `${device}\n${poll(pending, '@1s')}\n${poll('400 {"error":"slow_down"}', '@2s')}\n${poll('400 {"error":"slow_down"}', '@3s')}\n${poll('400 {"error":"slow_down"}', '@4s')}\n${poll('400 {"error":"slow_down"}', '@5s')}`, ['device_code abandoned'], 'device-polling-too-fast'],
  ['F.6 device', 'expired', `${device}\n${poll(pending, '@5s')}\n${poll('400 {"error":"expired_token"}', '@605s')}`, ['device_code failed'], 'device-flow-ended'],
  ['F.7 CIBA', 'pending, then tokens', `${ciba}\n${ask4(pending, '@5s')}\n${ask4(tokens, '@10s')}`, ['ciba succeeded']],
  ['F.7 CIBA', 'the user says no', `${ciba}\n${ask4('400 {"error":"access_denied"}', '@5s')}`, ['ciba failed'], 'device-flow-ended'],
  ['F.8 refresh', 'each token once', `${login}\n${refresh('rt-1', renewed(2))}\n${refresh('rt-2', renewed(3))}`, ['authorization_code succeeded']],
  ['F.8 refresh', 'the same again after the network failed', `${login}\n${refresh('rt-1', 'net::ERR_CONNECTION_RESET')}\n${refresh('rt-1', renewed(2))}`, ['authorization_code succeeded']],
  ['F.8 refresh', 'an old token', `${login}\n${refresh('rt-1', renewed(2), '@10s')}\n${refresh('rt-1', '400 {"error":"invalid_grant"}', '@99s')}`, ['authorization_code failed'], 'refresh-token-replayed'],
  ['F.8 refresh', 'two at once inside the server’s leeway', `${login}\n${refresh('rt-1', renewed(2), '@10s took=300ms')}\n${refresh('rt-1', renewed(2), '@10.1s took=300ms')}`, ['authorization_code succeeded']],
  ['F.9 DPoP nonce', 'the API asks for one', `${ask()}\n${land}\n${redeem(bound, proof('j1'))}\nGET https://api.test/orders [Authorization: DPoP at-1] -> 401 [WWW-Authenticate: DPoP error="use_dpop_nonce"] [DPoP-Nonce: n1]\nGET https://api.test/orders [Authorization: DPoP at-1] -> 200 []`, ['authorization_code succeeded']],
  ['F.9 DPoP nonce', 'asked for once', `${ask()}\n${land}\n${redeem(askNonce, proof('j1'))}\n${redeem(bound, proof('j2', 'n1'))}`, ['authorization_code succeeded']],
  ['F.9 DPoP nonce', 'asked for again and again', `${ask()}\n${land}\n${redeem(askNonce, proof('j1'))}\n${redeem(askNonce, proof('j2', 'n0'))}\n${redeem(askNonce, proof('j3', 'n0'))}`, ['authorization_code failed'], 'dpop-nonce-loop'],
  ['F.10 resource', 'a challenge without a token comes first', `GET https://api.test/orders -> 401 [WWW-Authenticate: Bearer] kind=fetch\n${login}`, ['authorization_code succeeded']],
  ['F.10 resource', 'a token that was just issued is refused', `${login}\n${call('at-1', '401 [WWW-Authenticate: Bearer error="invalid_token"]')}`, ['authorization_code succeeded'], 'access-token-rejected'],
  ['F.10 resource', 'a refused request is repeated with the same token', `${login}\n${Array.from({ length: 4 }, () => call('at-1', '401 [WWW-Authenticate: Bearer error="invalid_token"]')).join('\n')}`, ['authorization_code succeeded'], 'access-token-rejected'],
  ['F.10 resource', 'more scope is asked for, and got', `${login}\n${call('at-1', '403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="api orders"]')}\n${ask('').replace('scope=api', 'scope=api+orders').replaceAll('-0f-this-l0gin', '-0f-the-next')}\n${redeem().replaceAll('-0f-this-l0gin', '-0f-the-next').replaceAll('-1"', '-9"')}\n${call('at-9', '200 []')}`, ['authorization_code succeeded', 'authorization_code succeeded']],
  ['F.10 resource', 'more scope is asked for in a popup, and the login fails', `${login}\n${call('at-1', '403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="api orders"]')}\n${ask('', 'tab=2').replace('scope=api', 'scope=api+orders').replaceAll('-0f-this-l0gin', '-0f-the-next')}\n${redeem('400 {"error":"invalid_grant"}').replaceAll('-0f-this-l0gin', '-0f-the-next')} tab=2`, ['authorization_code succeeded', 'authorization_code failed'], 'insufficient-scope'],
  ['F.10 resource', 'more scope is asked for, and nothing follows', `${login}\n${call('at-1', '403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="api orders"]')}`, ['authorization_code succeeded'], 'insufficient-scope'],
  ['F.11 step-up', 'asked for, and asked with acr_values', `${login}\n${call('at-1', '401 [WWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="mfa"]')}\n${ask('&acr_values=mfa').replaceAll('-0f-this-l0gin', '-0f-the-next')}\n${redeem().replaceAll('-0f-this-l0gin', '-0f-the-next').replaceAll('-1"', '-9"')}`, ['authorization_code succeeded', 'authorization_code succeeded']],
  ['F.11 step-up', 'asked for, and nothing follows', `${login}\n${call('at-1', '401 [WWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="mfa"]')}`, ['authorization_code succeeded'], 'step-up-required'],
  ['F.12 logout', 'the server sends the browser back', `${leave('302 https://app.test/?state=bye')}\nGET https://app.test/?state=bye -> 200 <p>Bye</p>`, ['logout succeeded']],
  ['F.12 logout', 'the server refuses the address', leave('400 <h1>post_logout_redirect_uri is not registered</h1>'), ['logout failed'], 'logout-request-rejected'],
  ['F.13 revocation', 'an unknown token is no fault, nor is an inactive one', `${login}\nPOST ${op}/revoke token=rt-x&token_type_hint=refresh_token&client_id=c -> 200\nPOST ${op}/introspect token=at-1 -> 200 {"active":false} tab=none`, ['authorization_code succeeded']],
  ['F.13 revocation', 'a kind of token that the server does not revoke', `${login}\nPOST ${op}/revoke token=at-1&token_type_hint=access_token&client_id=c -> 400 {"error":"unsupported_token_type"}`, ['authorization_code succeeded']],
  ['F.13 revocation', 'what was revoked is used', `${login}\nPOST ${op}/revoke token=rt-1&token_type_hint=refresh_token&client_id=c -> 200\n${refresh('rt-1', '400 {"error":"invalid_grant"}')}`, ['authorization_code failed'], 'refresh-grant-revoked'],
  ['F.14 CORS', 'a preflight, then the call', `${ask()}\n${land}\nOPTIONS ${op}/token [Origin: https://app.test] [Access-Control-Request-Method: POST] -> 204 [Access-Control-Allow-Origin: https://app.test]\n${redeem()}`, ['authorization_code succeeded']],
  ['F.14 CORS', 'a preflight that is refused where the call works', `${ask()}\n${land}\nOPTIONS ${op}/token [Origin: https://app.test] [Access-Control-Request-Method: POST] -> 405\n${redeem()}`, ['authorization_code succeeded']],
  ['F.14 CORS', 'the preflight is refused', `${ask()}\n${land}\nOPTIONS ${op}/token [Origin: https://app.test] [Access-Control-Request-Method: POST] [Access-Control-Request-Headers: x-a] -> 403\n${redeem('net::ERR_FAILED', '[Origin: https://app.test] ')}`, ['authorization_code failed'], 'token-endpoint-cors-blocked'],
  ['F.15 FedCM', 'well-known, config, accounts, assertion', `${fedCm}\n${assertion('200 {"token":"t-0f-this-browser"}')}`, ['fedcm succeeded']],
  ['F.15 FedCM', 'the identity provider refuses', `${fedCm}\n${assertion('403 {"error":{"code":"access_denied"}}')}`, ['fedcm failed'], 'error-response-decoded'],
  ['F.16 MCP', 'challenge, metadata, login', `GET https://api.test/mcp -> 401 [WWW-Authenticate: Bearer resource_metadata="https://api.test/.well-known/oauth-protected-resource/mcp"] kind=fetch\nGET https://api.test/.well-known/oauth-protected-resource/mcp -> 200 {"resource":"https://api.test/mcp","authorization_servers":["${op}"]}\n${ask('&resource=https://api.test/mcp')}\n${redeem()}`, ['authorization_code succeeded']],
  ['F.16 MCP', 'metadata is looked for where it is not', `GET https://api.test/mcp -> 401 [WWW-Authenticate: Bearer] kind=fetch\nGET https://api.test/.well-known/oauth-protected-resource/mcp -> 404 kind=fetch\nGET https://api.test/.well-known/oauth-protected-resource -> 200 {"resource":"https://api.test","authorization_servers":["${op}"]} kind=fetch\nGET ${op}/.well-known/oauth-authorization-server -> 404 kind=fetch\nGET ${op}/.well-known/openid-configuration -> 200 {"issuer":"${op}","authorization_endpoint":"${op}/authorize","token_endpoint":"${op}/token"} kind=fetch\n${ask('&resource=https://api.test')}\n${redeem()}`, ['authorization_code succeeded']],
  ['F.16 MCP', 'the resource is refused', `${ask('&resource=https://api.test/mcp')}\n${redeem('400 {"error":"invalid_target"}')}`, ['authorization_code failed'], 'resource-target-invalid'],
  ['F.17 federation', 'the inner login ends before the outer', `GET ${op}/authorize?${query} -> 302 https://idp.test/authorize?response_type=code&client_id=broker&redirect_uri=${op}/broker&state=1nner-state-value\nGET https://idp.test/authorize?response_type=code&client_id=broker&redirect_uri=${op}/broker&state=1nner-state-value -> 302 ${op}/broker?code=1nner-code&state=1nner-state-value\nGET ${op}/broker?code=1nner-code&state=1nner-state-value -> 302 ${callback}\n${land}\n${redeem()}`, ['authorization_code succeeded', 'authorization_code handed_to_server']],
  ['F.17 federation', 'the inner login brings another state back', `GET ${op}/authorize?${query} -> 302 https://idp.test/authorize?response_type=code&client_id=broker&redirect_uri=${op}/broker&state=1nner-state-value\nGET https://idp.test/authorize?response_type=code&client_id=broker&redirect_uri=${op}/broker&state=1nner-state-value -> 302 ${op}/broker?code=1nner-code&state=0ther-state-value\nGET ${op}/broker?code=1nner-code&state=0ther-state-value -> 400 <p>Bad state</p>`, ['authorization_code abandoned', 'authorization_code failed'], 'state-mismatch'],
];

export const sequences: readonly Sequence[] = rows.map(([machine, name, trace, outcomes, rule]) => ({
  machine,
  name,
  trace,
  outcomes,
  rule,
}));
