import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnswerReceived, BrowserHeader } from '../engine/http/web-request-event.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import { placeholder } from '../engine/trace/placeholder.ts';

/** Attributes of RFC 6265 §4.1 and its successors, which decide whether a cookie comes back; whatever else is a value too. */
const attributes =
  /^\s*(?:path|domain|expires|max-age|samesite|secure|httponly|partitioned|priority)\s*(?:=|$)/iu;

/** Digits of a tag: enough to tell the cookies of a login apart, too few to say anything about a value. */
const tagLength = 8;

/**
 * Takes the values out of cookies before anything is kept: no rule reads one, and sessions hang on them. Names, attributes
 * and order stay, and for each value a placeholder, equal for equal values under one `key`; an empty value stays empty.
 */
export function withoutCookieValues(key: string): (event: CaptureEvent) => CaptureEvent {
  // What the key alone needs of the hash is done once: half of the work for a short value.
  const keyed = hmac.create(sha256, utf8ToBytes(key));
  const tagOf = (text: string): string =>
    bytesToHex(keyed.clone().update(utf8ToBytes(text)).digest()).slice(0, tagLength);
  const mark = tagOf('the mark of this run').slice(0, 4);

  function hidden(value: string): string {
    const core = value.trim();
    return core === '' ? value : placeholder('cookie', `${tagOf(core)}-${mark}`, core.length);
  }

  /** `name=value`; without a name it is all value, as browsers read it. */
  function pair(text: string): string {
    const equals = text.indexOf('=');
    return text.slice(0, equals + 1) + hidden(text.slice(equals + 1));
  }

  /** Firefox puts several into one header, a line for each. */
  function setCookies(value: string): string {
    return value
      .split('\n')
      .map((line) =>
        line
          .split(';')
          .map((part, at) => (at > 0 && attributes.test(part) ? part : pair(part)))
          .join(';'),
      )
      .join('\n');
  }

  function header(each: BrowserHeader): BrowserHeader {
    const { name, value = '' } = each;
    if (isNamed(each, 'cookie')) return { name, value: value.split(';').map(pair).join(';') };
    return isNamed(each, 'set-cookie') ? { name, value: setCookies(value) } : each;
  }

  function answered<Answer extends AnswerReceived>(details: Answer): Answer {
    const { responseHeaders } = details;
    return responseHeaders === undefined
      ? details
      : { ...details, responseHeaders: responseHeaders.map(header) };
  }

  return (event) => {
    switch (event.type) {
      case 'headers_sent': {
        const { requestHeaders } = event.details;
        if (requestHeaders === undefined) return event;
        return { ...event, details: { ...event.details, requestHeaders: requestHeaders.map(header) } };
      }
      case 'answer_received':
      case 'completed':
        return { ...event, details: answered(event.details) };
      case 'redirected':
        return { ...event, details: answered(event.details) };
      default:
        return event;
    }
  };
}

function isNamed({ name }: BrowserHeader, lowerCase: string): boolean {
  return name.length === lowerCase.length && name.toLowerCase() === lowerCase;
}
