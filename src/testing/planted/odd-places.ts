import type { Exchange } from '../../engine/http/exchange.ts';
import { writeAuthError } from '../../engine/oauth/auth-error.ts';
import { bodyWith, exchangeWith, formType, headers, json } from './build.ts';
import { base64, jws } from './encodings.ts';
import type { Kind, Planter } from './values.ts';

/** Secrets where nobody expects them: in names, hosts, keys, words of a specification, and a known one written anew. */
export function oddTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `odd ${name}`);
  return [
    ...inTokens(plant),
    ...inHeaders(plant),
    ...inAddresses(plant),
    ...inSentences(plant),
    ...writtenAnew(plant),
    ...onErrorRoute(plant),
  ];
}

type Plant = (kind: Kind, name: string) => string;

function inTokens(plant: Plant): readonly Exchange[] {
  const header = {
    alg: 'RS256',
    kid: plant('email', 'kid'),
    jku: `https://keys.test/k?token=${plant('opaque', 'query of jku')}`,
    x5u: `https://keys.test/${plant('opaque', 'path of x5u')}`,
    x5c: [plant('base64', 'x5c')],
    crit: [plant('opaque', 'crit')],
    nonce: plant('opaque', 'JOSE nonce'),
    epk: { kty: 'EC', x: plant('opaque', 'epk') },
  };
  const claims = {
    iss: `https://op.test/${plant('hex', 'path of iss')}`,
    amr: [plant('opaque', 'amr')],
    acr: plant('email', 'acr'),
    'https://app.test/email': plant('email', 'claim of a vendor'),
    act: { sub: plant('guid', 'act sub') },
    events: { 'http://schemas.openid.net/event/x': { sid: plant('opaque', 'event') } },
    redirect_uri: `https://app.test/cb?x=${plant('opaque', 'redirect_uri in a request object')}`,
    _claim_sources: {
      src1: { endpoint: `https://graph.test/users/${plant('guid', 'claim source')}/x` },
      src2: { JWT: jws({ email: plant('email', 'aggregated claim') }, plant('opaque', 'its signature')) },
    },
  };
  const members = {
    status: plant('opaque', 'status'),
    timestamp: plant('opaque', 'timestamp'),
    active: plant('opaque', 'active'),
    suberror: plant('opaque', 'suberror'),
    policy: plant('opaque', 'policy'),
    hd: plant('opaque', 'hd'),
    error: `unknown user ${plant('email', 'error')}`,
    users: {
      [plant('guid', 'key of JSON')]: 1,
      [plant('person', 'key of JSON')]: 1,
      [plant('phone', 'key of JSON')]: 1,
      [plant('short', 'key of JSON')]: 1,
    },
    request_uri: `urn:ietf:params:oauth:request_uri:${plant('opaque', 'request_uri of PAR')}`,
  };
  return [
    exchangeWith({
      url: `https://op.test/authorize?request=${jws(claims, plant('opaque', 'signature'), header)}`,
      responseBody: bodyWith(json, JSON.stringify(members)),
    }),
  ];
}

function inHeaders(plant: Plant): readonly Exchange[] {
  const plain = 'Server Via Vary P3P X-Powered-By Accept Accept-Language Pragma Priority Content-Type'.split(
    ' ',
  );
  const foreign =
    'X-Amzn-Oidc-Data X-Goog-Iap-Jwt-Assertion Cf-Access-Jwt-Assertion X-Ms-Client-Principal X-Forwarded-User Private-Token Client-Cert Authentication-Info OAuth-Client-Attestation Baggage Tracestate Forwarded Content-Disposition Content-Security-Policy Server-Timing'.split(
      ' ',
    );
  const asked = Object.fromEntries(
    [...plain, ...foreign].map((name) => [name, `1.1 ${plant('opaque', `header ${name}`)}`]),
  );
  return [
    exchangeWith({
      requestHeaders: headers({
        ...asked,
        Authorization: `Basic ${base64(`${plant('hex', 'token as the user of Basic')}:`)}`,
        Cookie: `${plant('opaque', 'cookie name')}=1; msal.${plant('guid', 'cookie name')}.idtoken=1`,
      }),
      responseHeaders: headers({
        'Set-Cookie': `nonce.${plant('hex', 'set-cookie name')}=1; Domain=${plant('hex', 'cookie domain')}.app.test`,
        'DPoP-Nonce': plant('opaque', 'nonce for a proof'),
        'WWW-Authenticate': `DPoP error="use_dpop_nonce", nonce="${plant('opaque', 'challenge nonce')}"`,
        'Access-Control-Allow-Origin': `https://app.test/u/${plant('hex', 'path of an origin')}`,
      }),
    }),
    exchangeWith({
      requestHeaders: headers({ Authorization: `token ${plant('opaque', 'scheme of a vendor')}` }),
    }),
  ];
}

function inAddresses(plant: Plant): readonly Exchange[] {
  const target = (address: string): string =>
    `https://op.test/authorize?redirect_uri=${encodeURIComponent(address)}`;
  const twice = encodeURIComponent(
    encodeURIComponent(`https://x.test/?access_token=${plant('opaque', 'thrice encoded')}`),
  );
  return [
    `https://app.test/reset/tenant/${plant('hex', 'after “tenant”')}/confirm`,
    `https://app.test/t/${plant('digits', 'after “t”')}/click`,
    `https://app.test/issuer/${plant('guid', 'after “issuer”')}/users/x`,
    `https://app.test/${plant('guid', 'a path of one word')}`,
    `https://app.test/device/${plant('short', 'user code in a path')}`,
    `https://app.test/cb;token=${plant('opaque', 'matrix parameter')}?a;b=${plant('opaque', 'semicolon')}`,
    `https://app.test/cb?next=${encodeURIComponent(twice)}`,
    `blob:https://app.test/${plant('guid', 'blob')}`,
    target(`myapp:${plant('opaque', 'private-use scheme')}`),
    target(`https://${plant('email', 'userinfo').replace('@', '%40')}:x@app.test/cb`),
    target(`https://app.test/cb?u=${plant('email', 'query of a redirect_uri')}`),
    `https://op.test/saml?SAMLRequest=${encodeURIComponent(base64(`<r Destination="https://idp.test/x?code=${plant('opaque', 'URL in SAML')}"/>`))}`,
  ].map((url) => exchangeWith({ url }));
}

function inSentences(plant: Plant): readonly Exchange[] {
  const double = plant('email', 'address written %2540').replace('@', '%2540');
  const wide = plant('email', 'address with a wide sign').replace('@', '＠');
  const sentences = [
    `No account for ${double} or ${wide}.`,
    `Enter the code ${plant('short', 'user code in a sentence')} at https://op.test/device.`,
    `login failed for password=${plant('word', 'labelled password')}; pin: ${plant('word', 'labelled pin')}`,
    `password '${plant('person', 'quoted password')}' is wrong`,
    `User ${plant('word', 'numbered username')} not found, user CONTOSO\\${plant('word', 'domain username')} neither`,
  ];
  return [
    ...sentences.map((error_description) =>
      exchangeWith({
        responseBody: bodyWith(json, JSON.stringify({ error: 'access_denied', error_description })),
      }),
    ),
    exchangeWith({
      url: `https://accounts.google.com/signin/oauth/error?authError=${encodeURIComponent(refusalOf(plant))}`,
    }),
    exchangeWith({
      method: 'POST',
      requestBody: bodyWith(
        `multipart/form-data; boundary=${plant('opaque', 'boundary')}`,
        `--x\r\nContent-Disposition: form-data; name="f"; filename="${plant('email', 'file name')}.pdf"\r\n\r\n${plant('opaque', 'file')}\r\n--x--`,
      ),
      responseBody: bodyWith('text/event-stream', `data: {"token":"${plant('opaque', 'event stream')}"}\n\n`),
    }),
  ];
}

/** A login that ends on the app's own page for errors, whose address says more than it should. */
function onErrorRoute(plant: Plant): readonly Exchange[] {
  const answer = `code=${plant('opaque', 'code before an error')}&state=${plant('opaque', 'state before an error')}`;
  const target = `https://app.test/cb?${answer}`;
  const said = `auth_error=${plant('opaque', 'error of an app')}&error_description=${encodeURIComponent(`No user ${plant('email', 'error of an app')}`)}`;
  return [
    exchangeWith({
      url: 'https://op.test/authorize?client_id=shop&response_type=code&redirect_uri=https://app.test/cb',
      status: 302,
      redirectTarget: target,
      responseHeaders: headers({ Location: target }),
    }),
    exchangeWith({ url: target }),
    exchangeWith({ url: `https://app.test/login?${said}` }),
  ];
}

/** What Google writes into the address of its error page: a code, a sentence, a link, the request. */
function refusalOf(plant: Plant): string {
  const message = `The developer (${plant('email', 'sentence in base64')}) has not given you access.`;
  const link = `https://support.test/x?token=${plant('opaque', 'link after the sentence')}`;
  return base64(`${atob(writeAuthError({ code: 'access_denied', message }))}\x1a\x50${link}`);
}

/** Known secrets, wrapped over lines, in another case, in base64 of base64. */
function writtenAnew(plant: Plant): readonly Exchange[] {
  const ways: readonly (readonly [string, Kind, (secret: string) => string])[] = [
    ['wrapped over two lines', 'opaque', (secret) => `${secret.slice(0, 21)}\r\n ${secret.slice(21)}`],
    [
      'base64 wrapped over lines',
      'password',
      (secret) => base64(`u=a&pw=${secret}&x`).replaceAll(/.{12}/g, '$&\r\n'),
    ],
    ['base64 of base64', 'opaque', (secret) => base64(base64(secret))],
    ['base64 of percent', 'email', (secret) => base64(encodeURIComponent(secret))],
  ];
  const cases: readonly (readonly [string, Kind, (secret: string) => string])[] = [
    ['lower case', 'person', (secret) => secret.toLowerCase()],
    ['upper case', 'person', (secret) => secret.toUpperCase()],
  ];
  const known = (name: string, kind: Kind, parts: (secret: string) => Partial<Exchange>): Exchange => {
    const secret = plant(kind, name);
    const requestBody = bodyWith(formType, `password=${encodeURIComponent(secret)}`);
    return exchangeWith({ method: 'POST', requestBody, ...parts(secret) });
  };
  return [
    ...ways.map(([name, kind, write]) =>
      known(name, kind, (secret) => ({
        responseHeaders: headers({ Server: `server ${write(secret).replaceAll('\r\n', '')}` }),
        responseBody: bodyWith(
          json,
          JSON.stringify({ error: 'x', error_description: `bad ${write(secret)} there` }),
        ),
      })),
    ),
    ...cases.map(([name, kind, write]) =>
      known(name, kind, (secret) => ({ responseHeaders: headers({ Server: `of ${write(secret)}` }) })),
    ),
  ];
}
