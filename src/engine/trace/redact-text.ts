import { outsidePlaceholders } from './known-secrets.ts';
import { treatmentOf } from './name-policy.ts';
import { isGuid, looksOpaque } from './opaque.ts';
import { redactJwt } from './redact-jwt.ts';
import { tellingSteps } from './redact-people.ts';
import type { Redaction } from './redaction.ts';

/** Longer texts are hidden whole: no error description needs more. */
const longestText = 65_536;
const url = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>‹›(){}|\\^`]+/gi;
const email =
  /[^\s"'<>‹›()[\]:;,=|]{1,64}(?:[@＠]|%(?:25)*40)[^\s"'<>‹›()[\]:;,=|@.]{1,63}(?:\.[^\s"'<>‹›()[\]:;,=|@.]{1,63}){0,6}|[\w.+-]{1,64}\s?[([]at[)\]]\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/giu;
const jwt = /ey[\w-]{8,}\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?/g;
const ipv4 = /(?<![\d.§])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g;
const ipv6 = /(?<![\w:])(?:(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}|[0-9a-f]{1,4}::[0-9a-f]{1,4})(?![\w:])/gi;
const word = /[\p{L}\p{N}_][\p{L}\p{N}_.~+/=-]*/gu;
const traceLabel =
  /(?:trace|correlation|request|activity|session of request|timestamp|error|ray|incident|reference)[ _-]?(?:id|code|#)?\s*[:=#]?\s*$/i;

/** Free text such as an error description: known secrets, addresses, tokens and machine-made words are hidden. */
export function redactText(text: string, redaction: Redaction): string {
  if (text.length > longestText) return redaction.hide(text, 'text', false);
  return [hideKnown, hideUrls, hideJwts, hideEmails, ...tellingSteps, hideAddresses, hideOpaqueWords].reduce(
    (current, step) => outsidePlaceholders(current, (piece) => step(piece, redaction)),
    text,
  );
}

function hideKnown(text: string, redaction: Redaction): string {
  return redaction.known(text);
}

/** A full stop or bracket that ends the sentence is not part of the address. */
function hideUrls(text: string, redaction: Redaction): string {
  return text.replaceAll(url, (match) => {
    const core = match.replace(/[.,;:!?]+$/, '');
    return redaction.url(core, 1) + match.slice(core.length);
  });
}

function hideJwts(text: string, redaction: Redaction): string {
  return text.replaceAll(jwt, (match) => redactJwt(match, 'jwt', redaction, 1) ?? match);
}

function hideEmails(text: string, redaction: Redaction): string {
  return text.replaceAll(email, (match) => redaction.hide(match, 'email', true));
}

function hideAddresses(text: string, redaction: Redaction): string {
  const hide = (address: string): string =>
    isLoopback(address) ? address : redaction.hide(address, 'ip', true);
  return text
    .replaceAll(ipv4, hide)
    .replaceAll(ipv6, (match) => (/[0-9a-f]/i.test(match) ? hide(match) : match));
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === '0.0.0.0';
}

/** Trace and correlation ids stay: support finds the failure in the server's log by them. */
function hideOpaqueWords(text: string, redaction: Redaction): string {
  return text.replaceAll(word, (match, at: number) => {
    const core = match.replace(/[.,=/-]+$/, '');
    // Letters alone are a word, of whatever language, unless they are many and read like none in ours.
    if (redaction.isKept(core) || isDateOrTime(core) || /^(?:\p{L}{1,15}|(?!\w+$)\p{L}+)$/u.test(core))
      return match;
    if (isJwtShown(core, redaction) || isPlainParameter(core)) return match;
    if (isGuid(core) && traceLabel.test(text.slice(Math.max(0, at - 40), at)))
      return redaction.hidesTraceIds
        ? redaction.hide(core, 'trace_id', true) + match.slice(core.length)
        : match;
    if (!core.split('/').some((part) => !redaction.isKept(part) && looksOpaque(part))) return match;
    return redaction.hide(core, 'text', false) + match.slice(core.length);
  });
}

/** `prompt=login`, `code_challenge_method=S256`, `SameSite=None`: a word for a name whose values are words. */
function isPlainParameter(core: string): boolean {
  const [name = '', value, ...more] = core.split('=');
  if (value === undefined || more.length > 0 || looksOpaque(value)) return false;
  return name === 'SameSite' || treatmentOf(name, 'text').how === 'words';
}

/** The readable parts of a JWT whose signature is a placeholder already. */
function isJwtShown(core: string, redaction: Redaction): boolean {
  return /^ey[\w-]+\.[\w-]+$/.test(core) && redactJwt(`${core}.`, 'jwt', redaction, 1) === `${core}.`;
}

function isDateOrTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T[\d.]*Z?)?$|^[\d]{1,2}$|^\d{2}Z$/.test(text);
}
