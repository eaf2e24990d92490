import type { Exchange } from '../../engine/http/exchange.ts';
import { bodyWith, exchangeWith, formType, headers, json } from './build.ts';
import { base64, jws } from './encodings.ts';
import type { Kind, Planter } from './values.ts';

/** Secrets and people where values usually stay: ids of requests, scopes, paths, the name of a file, what a login page calls things. */
export function quietTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `quiet ${name}`);
  const token = (name: string): string =>
    jws({ custom: plant('opaque', name) }, plant('opaque', `${name}, its signature`));
  const scope = `openid https://api.test/x?access_token=${plant('opaque', 'URL in a scope')} ${token('token in a scope')}`;
  return [
    exchangeWith({
      url: `https://op.test/authorize?client_id=${token('client_id that is a token')}&scope=${encodeURIComponent(scope)}`,
      source: `login of ${plant('email', 'name of a file')}.har`,
      initiator: `file:///home/${plant('dotted', 'folder of the initiator, username')}/app.html`,
      requestHeaders: headers({
        'Proxy-Authorization': `Basic ${base64(`${plant('dotted', 'user of a proxy, username')}:${plant('letters', 'password of a proxy')}`)}`,
      }),
      responseHeaders: headers({
        Via: `1.1 ${plant('ip', 'Via')}:8080 (squid)`,
        'X-Request-Id': plant('email', 'id of a request'),
        'X-Correlation-Id': token('token as an id'),
      }),
      responseBody: bodyWith(
        json,
        JSON.stringify({
          trace_id: token('token as a trace_id'),
          members: [{ display: plant('person', 'display of a member') }],
          address: { zip: plant('digits', 'zip of an address') },
        }),
      ),
    }),
    ...[
      `https://app.test/users/${plant('dotted', 'path of a user')}/settings`,
      `https://app.test/~${plant('letters', 'path with a tilde')}/settings`,
      `https://app.test/reset/${plant('word', 'path of a reset')}`,
      `https://app.test/policies/${plant('digits', 'path of a policy')}/documents`,
    ].map((url) => exchangeWith({ url })),
    ...loginPages(plant),
  ];
}

/** A login page's own names, and an error that quotes what was typed. */
function loginPages(plant: (kind: Kind, name: string) => string): readonly Exchange[] {
  return ['passwd', 'pf.pass', 'Input.Password', 'newPassword'].flatMap((name) => {
    const password = plant('letters', `password as ${name}`);
    const login = plant('dotted', `login beside ${name}`);
    return [
      exchangeWith({
        method: 'POST',
        requestBody: bodyWith(formType, `loginfmt=${login}&${name}=${password}`),
      }),
      exchangeWith({
        responseBody: bodyWith(json, JSON.stringify({ message: `${password} is too weak for ${login}` })),
      }),
    ];
  });
}
