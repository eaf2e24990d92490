import type { Exchange } from '../../engine/http/exchange.ts';
import { exchangeWith, headers } from './build.ts';
import { base64, jws } from './encodings.ts';
import type { Kind, Planter } from './values.ts';

/** An exchange with secrets in its headers, its address and its error. */
export function headerTraffic(planter: Planter): Exchange {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `header ${name}`);
  const secret = (name: string): string => plant('opaque', name);
  return exchangeWith({
    url: `https://${plant('password', 'userinfo').replaceAll(/[^a-z0-9]/g, (each) => encodeURIComponent(each))}@op.test/x;jsessionid=${secret('path parameter')}/${secret('path word')}`,
    initiator: 'https://app.test',
    networkError: `net::ERR_FAILED at https://app.test/cb?code=${secret('network error')}`,
    requestHeaders: headers({
      Cookie: `session=${secret('cookie')}; _ga=GA1.2.${plant('digits', 'analytics cookie')}.1; ${secret('bare cookie')}`,
      Referer: `https://app.test/u/${plant('guid', 'referer path')}/cb?code=${secret('referer query')}&session=${secret('referer unknown')}#access_token=${secret('referer fragment')}`,
      Authorization: `Basic ${base64(`shop:${plant('password', 'basic secret')}`)}`,
      'Proxy-Authorization': `Digest username="${plant('person', 'digest name')}", response="${plant('hex', 'digest response')}"`,
      DPoP: jws(
        { jti: plant('guid', 'proof id'), htm: 'POST', ath: secret('proof hash') },
        secret('proof signature'),
        {
          typ: 'dpop+jwt',
          alg: 'ES256',
          jwk: {
            kty: 'EC',
            crv: 'P-256',
            x: secret('jwk x'),
            y: secret('jwk y'),
            d: secret('jwk private part'),
          },
        },
      ),
      'X-Api-Key': secret('api key'),
      'X-Auth-Token': plant('hex', 'auth token'),
      'X-Forwarded-For': plant('ip', 'forwarded for'),
      From: plant('email', 'from'),
      'X-Remote-User': plant('person', 'remote user'),
      'X-CSRF-Token': plant('base64', 'csrf'),
      'Sec-WebSocket-Key': plant('base64', 'socket key'),
      'User-Agent': `Mozilla/5.0 (user ${plant('email', 'user agent')})`,
      'X-Client-Data': plant('base64', 'client data'),
      [`X-${plant('hex', 'header name')}`]: '1',
    }),
    responseHeaders: headers({
      'Set-Cookie': `sid=${secret('set-cookie')}; Path=/u/${plant('guid', 'cookie path')}; HttpOnly\nauth=${secret('second set-cookie')}; ext=${secret('cookie attribute')}`,
      'WWW-Authenticate': `Bearer realm="api", error="invalid_token", error_description="The token of ${plant('email', 'challenge')} (${secret('challenge token')}) has expired"`,
      'Proxy-Authenticate': `Negotiate ${secret('challenge credentials')}==`,
      Link: `<https://api.test/next?cursor=${secret('link')}>; rel=next`,
      Refresh: `0; url=https://app.test/done?session=${secret('refresh url')}`,
      'X-User-Id': plant('guid', 'user id'),
      ETag: `"${plant('hex', 'etag')}"`,
      'Content-Location': `/users/${plant('email', 'content location')}`,
      'X-Debug': plant('password', 'debug'),
      Server: `nginx (${plant('email', 'server')})`,
    }),
  });
}
