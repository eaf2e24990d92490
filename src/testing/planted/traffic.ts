import type { Exchange } from '../../engine/http/exchange.ts';
import { traceStart } from '../trace-text.ts';
import { bodyTraffic } from './bodies.ts';
import { bodyWith, exchangeWith, formType, headers, json } from './build.ts';
import { base64, encodings, jws } from './encodings.ts';
import { headerTraffic } from './headers.ts';
import { formOf, membersOf } from './names.ts';
import { oddTraffic } from './odd-places.ts';
import { pageTraffic } from './pages.ts';
import { pieceTraffic } from './pieces.ts';
import { quietTraffic } from './quiet-places.ts';
import { sentenceTraffic } from './sentences.ts';
import { createPlanter, type Kind, type Planter } from './values.ts';

/** Traffic with secrets in every place where traffic has places. */
export interface PlantedTraffic {
  readonly exchanges: readonly Exchange[];
  /** Each value with the place it was put in. */
  readonly planted: ReadonlyMap<string, string>;
  /** Each value with its kind. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** Makes the traffic; the same in every call. */
export function plantedTraffic(): PlantedTraffic {
  const planter = createPlanter();
  const exchanges = [
    ...parameterTraffic(planter),
    headerTraffic(planter),
    ...bodyTraffic(planter),
    ...jwtTraffic(planter),
    ...pageTraffic(planter),
    ...encodedTraffic(planter),
    ...pieceTraffic(planter),
    ...oddTraffic(planter),
    ...sentenceTraffic(planter),
    ...quietTraffic(planter),
  ].map((exchange, index) => ({
    ...exchange,
    id: `p${index}`,
    startedAt: traceStart + index * 1000,
    respondedAt: traceStart + index * 1000 + 20,
    endedAt: traceStart + index * 1000 + 30,
  }));
  return { exchanges, planted: planter.planted, kinds: planter.kinds };
}

function parameterTraffic(planter: Planter): readonly Exchange[] {
  const target = `https://app.test/cb?${formOf(planter, 'redirect query')}#${formOf(planter, 'redirect fragment')}`;
  return [
    exchangeWith({
      url: `https://op.test/authorize?client_id=shop&response_type=code&${formOf(planter, 'query')}`,
      status: 302,
      redirectTarget: target,
      responseHeaders: headers({ Location: target }),
    }),
    exchangeWith({ url: `https://app.test/spa#/callback?${formOf(planter, 'route fragment')}` }),
    exchangeWith({
      method: 'POST',
      url: 'https://op.test/token',
      requestBody: bodyWith(formType, `grant_type=authorization_code&${formOf(planter, 'form')}`),
      responseBody: bodyWith(
        json,
        JSON.stringify({ ...membersOf(planter, 'answer'), token_type: 'Bearer', expires_in: 3600 }),
      ),
    }),
  ];
}

function jwtTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `jwt ${name}`);
  const token = (name: string): string =>
    jws(
      { iss: 'https://op.test', ...membersOf(planter, `claims of ${name}`) },
      plant('opaque', `signature of ${name}`),
    );
  const encrypted = ['header', 'key', 'iv', 'text', 'tag'].map((part, index) =>
    index === 0
      ? encodings['base64url']?.('{"alg":"RSA-OAEP","enc":"A256GCM"}')
      : plant('opaque', `encrypted ${part}`),
  );
  const state = base64(JSON.stringify({ csrf: plant('opaque', 'state'), user: plant('email', 'state') }));
  return [
    exchangeWith({
      url: `https://op.test/authorize?client_id=shop&request=${token('request')}&state=${encodeURIComponent(state)}&id_token_hint=${encrypted.join('.')}&claims=${encodeURIComponent(JSON.stringify({ id_token: { sub: { value: plant('guid', 'claims') } } }))}&login_hint=${encodeURIComponent(plant('email', 'login hint'))}`,
      requestHeaders: headers({ Authorization: `Bearer ${token('bearer')}` }),
    }),
    exchangeWith({
      url: `https://app.test/${token('path')}/x`,
      responseBody: bodyWith('application/jwt', token('body')),
    }),
  ];
}

/** A secret known from one exchange, in every encoding, where free text and kept values stand. */
function encodedTraffic(planter: Planter): readonly Exchange[] {
  const kinds: readonly Kind[] = ['opaque', 'base64', 'email', 'person', 'password', 'guid'];
  return kinds.flatMap((kind) =>
    Object.entries(encodings).map(([name, encode]) => {
      const secret = planter.plant(kind, `${kind}, ${name}`);
      const written = encode(secret);
      const error = { error: 'invalid_request', error_description: `The value ${written} is wrong` };
      return exchangeWith({
        method: 'POST',
        url: `https://op.test/token`,
        requestHeaders: headers({
          'X-Request-Id': written,
          'User-Agent': `agent ${written} x`,
          Origin: 'https://app.test',
        }),
        requestBody: bodyWith(formType, `client_secret=${encodeURIComponent(secret)}`),
        status: 400,
        responseHeaders: headers({
          Server: `server/${written}`,
          Location: `https://app.test/e/${encodeURIComponent(written)}`,
        }),
        responseBody:
          kind === 'guid'
            ? bodyWith('text/html', `<h1>Error: ${written} is invalid</h1>`)
            : bodyWith(json, JSON.stringify(error)),
      });
    }),
  );
}
