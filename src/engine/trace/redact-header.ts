import type { Header } from '../http/exchange.ts';
import { headerTreatmentOf, isHeaderName } from './header-policy.ts';
import { hasMachineWord, looksOpaque } from './opaque.ts';
import { placeholders } from './placeholder.ts';
import { redactAuthorization } from './redact-authorization.ts';
import { redactJwt } from './redact-jwt.ts';
import { redactName, type Redaction } from './redaction.ts';

/** One header by the rule of its name. */
export function redactHeader(header: Header, redaction: Redaction): Header {
  const name = isHeaderName(header.name) ? header.name : redactName(header.name, redaction, looksOpaque);
  return { name, value: redactHeaderValue(header, redaction) };
}

function redactHeaderValue({ name, value }: Header, redaction: Redaction): string {
  switch (headerTreatmentOf(name)) {
    case 'keep':
      // The browser names its version as four numbers, which are no address there.
      return /^via$/i.test(name) ? redaction.text(value) : keepPlain(value, redaction);
    case 'url':
      return value === '*' || value === 'null' ? value : redaction.url(value, 0);
    case 'trace':
      if (redaction.hidesTraceIds) return redaction.hide(value, 'trace_id', true);
      return isPlain(value) ? redaction.known(value) : redaction.hide(value, 'header', false);
    case 'host':
      return isPlain(value) ? redaction.known(value) : redaction.hide(value, 'header', false);
    case 'cookie':
      return value
        .split(';')
        .map((pair) => redactPair(pair, redaction))
        .join(';');
    case 'set_cookie':
      return redactSetCookie(value, redaction);
    case 'authorization':
      return redactAuthorization(value, redaction, /^proxy/i.test(name) ? 'username' : 'client_id');
    case 'challenge':
      return redactChallenge(value, redaction);
    case 'jwt':
      return redactJwt(value, 'dpop_proof', redaction, 1) ?? redaction.hide(value, 'dpop_proof', true);
    case 'hide':
      return redaction.keepsName(name)
        ? redaction.known(value)
        : redaction.hide(value, 'header', looksOpaque(value));
  }
}

/** A header that describes the software stays, unless something that is not a short technical word stands in it. */
function keepPlain(value: string, redaction: Redaction): string {
  return value.length <= 1024 && !value.includes('@') && !hasMachineWord(value)
    ? redaction.known(value)
    : redaction.text(value);
}

function redactPair(pair: string, redaction: Redaction): string {
  const equals = pair.indexOf('=');
  if (equals === -1) return redaction.hide(pair, 'cookie', true);
  const lead = /^\s*/.exec(pair)?.[0] ?? '';
  const name = redactName(pair.slice(lead.length, equals), redaction, looksOpaque);
  return `${lead}${name}=${redaction.hide(pair.slice(equals + 1), 'cookie', true)}`;
}

/** Set-Cookie, RFC 6265 §4.1: the attributes that decide whether the cookie comes back stay. */
function redactSetCookie(value: string, redaction: Redaction): string {
  return value
    .split('\n')
    .map((line) => {
      const [pair = '', ...attributes] = line.split(';');
      return [
        redactPair(pair, redaction),
        ...attributes.map((attribute) => redactAttribute(attribute, redaction)),
      ].join(';');
    })
    .join('\n');
}

function redactAttribute(attribute: string, redaction: Redaction): string {
  const match =
    /^(\s*)(path|domain|expires|max-age|samesite|secure|httponly|partitioned|priority)(?:=(.*))?$/i.exec(
      attribute,
    );
  if (match === null) return redaction.hide(attribute, 'cookie', false);
  const [, lead = '', name = '', value] = match;
  if (value === undefined) return attribute;
  return `${lead}${name}=${name.toLowerCase() === 'path' ? redaction.url(value, 1) : keepPlain(value, redaction)}`;
}

const challengePart = /([\w-]+)(\s*=\s*)(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g;

/** WWW-Authenticate, RFC 9110 §11.6.1: each parameter by its name, and what is no parameter as free text. */
function redactChallenge(value: string, redaction: Redaction): string {
  if (!isChallenge(value)) return redaction.hide(value, 'header', false);
  let shown = '';
  let at = 0;
  for (const match of value.matchAll(challengePart)) {
    const [whole, name = '', equals = '', quoted, bare = ''] = match;
    shown += redaction.text(value.slice(at, match.index)) + redactName(name, redaction, looksOpaque) + equals;
    const shownValue = redaction.value({
      name: name === 'realm' ? 'error_description' : name,
      value: quoted ?? bare,
      unknownCategory: 'header',
      beside: () => undefined,
      depth: 1,
    });
    shown += quoted === undefined && !shownValue.includes(' ') ? shownValue : `"${shownValue}"`;
    at = match.index + whole.length;
  }
  const result = redaction.known(shown + redaction.text(value.slice(at)));
  // A known secret may reach across a name and its sign; what is left then reads as no challenge, here or at the next export.
  return isChallenge(result) ? result : redaction.hide(value, 'header', false);
}

function isChallenge(value: string): boolean {
  const rest = value.replaceAll(placeholders, 'x').replaceAll(challengePart, '');
  return /^[\w\s,.~+/-]*$/.test(rest);
}

/** An id or a host, and nothing that says more: no address and no token. */
function isPlain(value: string): boolean {
  return /^[\w:./=;,|+-]{1,200}$/.test(value) && !/ey[\w-]{8,}\.[\w-]+\./.test(value);
}
