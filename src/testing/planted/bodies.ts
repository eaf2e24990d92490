import type { Exchange } from '../../engine/http/exchange.ts';
import { bodyWith, exchangeWith, formType, json } from './build.ts';
import { base64, jws } from './encodings.ts';
import { membersOf } from './names.ts';
import type { Kind, Planter } from './values.ts';

/** Bodies of many media types, and what stands inside one another in them. */
export function bodyTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `body ${name}`);
  const secret = (name: string): string => plant('opaque', name);
  const nested = {
    data: {
      list: [{ token: secret('nested token') }, secret('bare item'), [secret('deep item')]],
      note: `see ${secret('note')}`,
    },
    [plant('email', 'member name')]: true,
    amount: Number(plant('digits', 'number')),
    json: JSON.stringify({
      password: plant('password', 'json in json'),
      inner: JSON.stringify({ key: secret('twice') }),
    }),
    form: `a=1&api=${secret('form in json')}`,
    jwt: jws(
      { email: plant('email', 'claim in json'), form: `k=${secret('form in claim')}` },
      secret('signature in json'),
    ),
    address: { street_address: plant('person', 'street'), postal_code: plant('digits', 'postal code') },
    error_description: `No account for "${plant('person', 'quoted name')}" (${plant('email', 'mail in text')}) at ${plant('ip', 'address in text')}, session ${secret('word in text')}, see https://app.test/e?t=${secret('url in text')}`,
    error_uri: `https://op.test/errors/${plant('guid', 'path in error uri')}?session=${secret('query in error uri')}`,
  };
  const answers: readonly (readonly [string, string])[] = [
    [json, JSON.stringify(nested)],
    [json, `{"a":"${secret('shadowed member')}","a":"x"}`],
    [json, `{"broken": "${secret('broken json')}`],
    [
      'text/plain',
      `login of ${plant('email', 'plain text')} failed: token ${secret('plain text')} is invalid`,
    ],
    [
      'application/javascript',
      `window.config={token:"${secret('script')}",user:'${plant('email', 'script')}'}`,
    ],
    ['text/xml', `<s:Password>${plant('password', 'xml')}</s:Password><a id="${secret('xml attribute')}"/>`],
    ['application/octet-stream', secret('bytes')],
    ['', plant('hex', 'no media type')],
    ['text/csv', `user,token\n${plant('email', 'csv')},${secret('csv')}`],
    [json, JSON.stringify([plant('email', 'array'), plant('digits', 'array')])],
    [json, JSON.stringify(secret('string'))],
  ];
  const requests: readonly (readonly [string, string])[] = [
    [json, JSON.stringify(membersOf(planter, 'json request'))],
    [
      json,
      JSON.stringify({
        query: `mutation { login(user: "${plant('email', 'graphql')}", password: "${secret('graphql')}") }`,
        variables: { otp: plant('digits', 'graphql variable') },
      }),
    ],
    [
      'multipart/form-data',
      `--x\r\nContent-Disposition: form-data; name="password"\r\n\r\n${plant('password', 'multipart')}\r\n--x\r\nContent-Disposition: form-data; name="code"\r\n\r\n${secret('multipart')}\r\n--x--`,
    ],
    [formType, secret('form without a name')],
    ['text/plain', `grant_type=password&password=${encodeURIComponent(plant('password', 'form as text'))}`],
  ];
  return [
    ...answers.map(([type, text]) =>
      exchangeWith({ url: 'https://api.test/x', responseBody: bodyWith(type, text) }),
    ),
    ...requests.map(([type, text]) =>
      exchangeWith({ method: 'POST', url: 'https://op.test/x', requestBody: bodyWith(type, text) }),
    ),
    exchangeWith({
      url: `https://op.test/.well-known/webfinger?rel=x&resource=acct:${plant('email', 'webfinger')}`,
    }),
    exchangeWith({
      url: `https://op.test/saml?SAMLRequest=${encodeURIComponent(base64(`<saml:NameID>${plant('email', 'saml')}</saml:NameID>`))}`,
    }),
  ];
}
