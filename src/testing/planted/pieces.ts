import type { Exchange } from '../../engine/http/exchange.ts';
import { protocolNames, treatmentOf } from '../../engine/trace/name-policy.ts';
import { bodyWith, exchangeWith, formType, headers, json } from './build.ts';
import { base64, jws } from './encodings.ts';
import type { Kind, Planter } from './values.ts';

/** Secrets that stand in two fields, each with a half, and secrets under names whose values are otherwise shown. */
export function pieceTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `piece ${name}`);
  const halves = (name: string): readonly [string, string] => {
    const whole = plant('opaque', name);
    return [whole.slice(0, 21), whole.slice(21)];
  };
  const [formStart, formEnd] = halves('of a form');
  const [queryStart, queryEnd] = halves('of a query');
  const [cookieStart, cookieEnd] = halves('of two cookies');
  const [memberStart, memberEnd] = halves('of two members');
  const [wordStart, wordEnd] = halves('of two words');
  const [headerStart, headerEnd] = halves('of two headers');
  const signed = jws(
    { nonce: plant('opaque', 'state as JWT'), back: `/u?k=${plant('opaque', 'query in state as JWT')}` },
    plant('opaque', 'signature of state'),
  );
  const deep = base64(
    JSON.stringify({ inner: base64(JSON.stringify({ k: plant('opaque', 'twice base64') })) }),
  );
  return [
    exchangeWith({
      method: 'POST',
      url: `https://op.test/token?part1=${queryStart}&part2=${queryEnd}&state=${signed}`,
      requestHeaders: headers({
        Cookie: `chunk.0=${cookieStart}; chunk.1=${cookieEnd}`,
        'X-Part-1': headerStart,
        'X-Part-2': headerEnd,
      }),
      requestBody: bodyWith(
        formType,
        `part1=${formStart}&part2=${formEnd}&state=${encodeURIComponent(deep)}`,
      ),
      responseBody: bodyWith(
        json,
        JSON.stringify({
          first: memberStart,
          second: { rest: memberEnd },
          error_description: `The value begins with ${wordStart} and ends with ${wordEnd}.`,
        }),
      ),
    }),
    ...readNames(planter),
  ];
}

/** Each name whose value is read as a URL, a sentence or JSON, with a secret inside. */
function readNames(planter: Planter): readonly Exchange[] {
  const valueOf = (name: string, place: string): string => {
    const secret = planter.plant('opaque', `${place}, inside ${name}`);
    switch (treatmentOf(name, '').how) {
      case 'url':
        return `https://app.test/cb?code=${secret}`;
      case 'text':
        return `The token ${secret} of ${planter.plant('email', `${place}, person inside ${name}`)} is wrong`;
      default:
        return JSON.stringify({ id_token: { custom: { value: secret } } });
    }
  };
  const names = protocolNames().filter((name) => ['url', 'text', 'json'].includes(treatmentOf(name, '').how));
  const query = names.map((name) => `${name}=${encodeURIComponent(valueOf(name, 'query'))}`).join('&');
  const members = Object.fromEntries(names.map((name) => [name, valueOf(name, 'member')]));
  return [
    exchangeWith({
      url: `https://op.test/authorize?${query}`,
      responseBody: bodyWith(json, JSON.stringify(members)),
    }),
  ];
}
