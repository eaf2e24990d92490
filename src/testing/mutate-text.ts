import { pick, type Random } from './seeded-random.ts';

const words = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '[object Object]',
  'code',
  'error',
  'none',
  'https://as.test/',
  'https://[::1]:0/%zz?#',
  'http://xn--nxasmq6b/',
  'javascript:0',
  'urn:ietf:wg:oauth:2.0:oob',
  '../../..',
  '\u0000',
  '\uD800',
  '\u202E',
  '\u0130\u0131',
  '\u{1F469}\u200D\u{1F52C}',
  'e\u0301'.repeat(20),
  '\uFEFF',
  '%',
  '%ff%fe',
  '%2525252525',
  'a'.repeat(20_000),
  '%41'.repeat(4000),
  '&a=b'.repeat(1500),
  '.'.repeat(3000),
  '<a '.repeat(2000),
  '{"a":'.repeat(1000),
  '['.repeat(3000),
  '"\\'.repeat(2000),
  'eyJ'.repeat(1500),
  ' \t'.repeat(3000),
  "'\r\n'",
];

const names = [
  ...'response_type response_mode client_id redirect_uri scope state nonce code code_verifier code_challenge'.split(
    ' ',
  ),
  ...'code_challenge_method error error_description error_uri iss grant_type refresh_token access_token'.split(
    ' ',
  ),
  ...'id_token token_type expires_in client_secret client_assertion assertion subject_token device_code'.split(
    ' ',
  ),
  ...'user_code request request_uri prompt max_age resource audience claims authorization_details'.split(' '),
  ...'SAMLResponse RelayState wresult dpop_jkt keys kid alg exp iat nbf aud sub at_hash c_hash'.split(' '),
  ...'__proto__ constructor toString valueOf'.split(' '),
  '',
  'a[b]',
  'State',
];

/** A name that protocol messages, or programs written in JavaScript, give a meaning. */
export function anyName(random: Random): string {
  return pick(names, random) ?? '';
}

/** A value that is odd wherever it stands. */
export function anyWord(random: Random): string {
  return pick(words, random) ?? '';
}

/** A text that still is of its kind (an address, a form, JSON, a JWT, base64, markup), with a part of it changed. */
export function mutateText(text: string, random: Random, depth = 0): string {
  if (depth > 4 || random() < 0.15) return anyWord(random);
  if (/^https?:\/\//i.test(text) && random() < 0.9) return mutateUrl(text, random, depth);
  if (/^\s*[{[]/.test(text)) return mutateJson(text, random, depth);
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return mutateJwt(text, random, depth);
  if (text.startsWith('<')) return mutateMarkup(text, random, depth);
  if (/^[^\s=&]+=/.test(text)) return mutateForm(text, random, depth);
  if (/^(?:basic|bearer|dpop) /i.test(text)) return mutateCredentials(text, random, depth);
  return mutatePlain(text, random);
}

function mutateUrl(url: string, random: Random, depth: number): string {
  const [, origin = '', path = '', query = '', fragment = ''] =
    /^(https?:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? [];
  const kind = random();
  if (kind < 0.6) return `${origin}${path}?${mutateForm(query.slice(1), random, depth)}${fragment}`;
  if (kind < 0.75) return `${origin}${path}${query}#${mutateForm(fragment.slice(1), random, depth)}`;
  if (kind < 0.8) return `${origin}${path}${fragment.replace('#', '?')}${query.replace('?', '#')}`;
  if (kind < 0.92) return `${origin}${path}/${encodeAny(anyWord(random), random)}${query}${fragment}`;
  return `${origin}:${Math.floor(random() * 70_000)}${path}${query}${fragment}`;
}

function mutateForm(form: string, random: Random, depth: number): string {
  const pairs = form.split('&');
  const at = Math.floor(random() * pairs.length);
  const pair = pairs[at] ?? '';
  const [name = '', ...rest] = pair.split('=');
  const value = rest.join('=');
  const kind = random();
  if (kind < 0.12) pairs.splice(at, 1);
  else if (kind < 0.24) pairs.push(pair);
  else if (kind < 0.3) pairs.reverse();
  else if (kind < 0.42) pairs.push(`${encodeAny(anyName(random), random)}=${value}`);
  else if (kind < 0.54) pairs[at] = `${encodeAny(anyName(random), random)}=${value}`;
  else if (kind < 0.6) pairs[at] = `${name}=${encodeURIComponent(wellFormed(value))}`;
  else if (kind < 0.64) pairs[at] = name;
  else pairs[at] = `${name}=${encodeAny(mutateText(decodeAny(value), random, depth + 1), random)}`;
  return pairs.join('&');
}

function mutateJson(text: string, random: Random, depth: number): string {
  const value = parsed(text);
  return value === undefined
    ? mutatePlain(text, random)
    : (JSON.stringify(mutateValue(value, random, depth)) ?? '');
}

/** One member changed, added or gone; inherited names are set as own members, as `JSON.parse` does. */
function mutateValue(value: unknown, random: Random, depth: number): unknown {
  if (random() < 0.08) return oddValue(random);
  if (typeof value === 'string') return mutateText(value, random, depth + 1);
  if (typeof value === 'number')
    return pick([0, -1, 1e308, -1e308, 0.5, value * 1000, String(value)], random);
  if (typeof value !== 'object' || value === null) return oddValue(random);
  const entries: [string, unknown][] = Object.entries(value);
  const at = Math.floor(random() * entries.length);
  const [name, member] = entries[at] ?? ['', null];
  const kind = random();
  if (kind < 0.1) entries.splice(at, 1);
  else if (kind < 0.3) entries.push([anyName(random), member]);
  else entries[at] = [name, mutateValue(member, random, depth + 1)];
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

function oddValue(random: Random): unknown {
  const kind = random();
  if (kind < 0.2) return nested(Math.floor(random() * 2000));
  if (kind < 0.4) return anyWord(random);
  return pick(
    [null, true, false, 0, -1, 1e21, 1e308, [], {}, [null], [[]], { error: { error: {} } }, ['a', 1]],
    random,
  );
}

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function mutateJwt(jwt: string, random: Random, depth: number): string {
  const segments = jwt.split('.');
  const kind = random();
  if (kind < 0.1) segments.pop();
  else if (kind < 0.2) segments.push(segments[1] ?? '');
  else if (kind < 0.25) segments.reverse();
  else {
    const at = random() < 0.3 ? 0 : 1;
    const inner = Buffer.from(segments[at] ?? '', 'base64url').toString('utf8');
    segments[at] = Buffer.from(mutateText(inner, random, depth + 1)).toString('base64url');
  }
  return segments.join('.');
}

function mutateMarkup(markup: string, random: Random, depth: number): string {
  const values = [...markup.matchAll(/(["'])([^"'<>]{1,4000})\1/g)];
  const value = pick(values, random)?.[2];
  if (value === undefined || random() < 0.2)
    return `${markup}<form action="${anyWord(random)}"><input name=${anyName(random)} value='`;
  return markup.replace(value, () => mutateText(value, random, depth + 1));
}

function mutateCredentials(text: string, random: Random, depth: number): string {
  const [scheme = '', value = ''] = text.split(/ (.*)/s);
  if (random() < 0.2) return `${scheme}  ${text}`;
  if (!/^basic$/i.test(scheme)) return `${scheme} ${mutateText(value, random, depth + 1)}`;
  const inner = Buffer.from(value, 'base64').toString('utf8');
  return `${scheme} ${Buffer.from(mutatePlain(inner, random)).toString('base64')}`;
}

function mutatePlain(text: string, random: Random): string {
  const kind = random();
  const at = Math.floor(random() * text.length);
  if (kind < 0.15) return text.slice(0, at);
  if (kind < 0.3) return text + text;
  if (kind < 0.45) return random() < 0.5 ? text.toUpperCase() : text.toLowerCase();
  if (kind < 0.6) return Buffer.from(text).toString(random() < 0.5 ? 'base64' : 'base64url');
  return text.slice(0, at) + anyWord(random) + text.slice(at);
}

/** Percent-encoded, but for some, which programs forget to encode. */
function encodeAny(text: string, random: Random): string {
  return random() < 0.15 ? text : encodeURIComponent(wellFormed(text));
}

/** `encodeURIComponent` throws at half a character. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString('utf8');
}

function decodeAny(text: string): string {
  return new URLSearchParams(`a=${text.replaceAll('&', '%26')}`).get('a') ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
