import type { Body } from './exchange.ts';
import { isJsonObject, listOf, numberOf, stringOf, type JsonObject } from './json.ts';
import { encodeOnce } from './parameters.ts';

/** What programs that make a recording fit to be passed on put in the place of a body. */
const takenOut = /^\W{0,8}(?:redacted|removed|stripped|filtered|omitted|hidden|masked|\*{3,})\W{0,8}$/i;

const notText = /^(?:image|audio|video|font)\/|octet-stream|wasm|protobuf|pdf|zip|x-unknown/;

/** A JSON object in base64, which is no JSON: Charles does not say that it encoded the body of a request. */
const encodedObject = /^eyJ[\w+/]+=*$/;

/** The media type without parameters, lower case. */
export function mediaTypeOf(value: unknown): string {
  const text = stringOf(value) ?? '';
  const end = text.indexOf(';');
  return (end === -1 ? text : text.slice(0, end)).trim().toLowerCase();
}

/** `postData` (HAR 1.2 §postData): its text where there is one, else the text its parameters stand for. */
export function requestBodyOf(postData: JsonObject): Body | undefined {
  const mediaType = mediaTypeOf(postData['mimeType']);
  const text = stringOf(postData['text']);
  if (text !== undefined && takenOut.test(text)) return undefined;
  if (text !== undefined && text !== '') {
    const encoded =
      postData['encoding'] === 'base64' ||
      postData['_encoding'] === 'base64' ||
      (mediaType === 'application/json' && encodedObject.test(text));
    return bodyOf(encoded ? decodeBase64(text) : text, mediaType, text.length);
  }
  const params = listOf(postData['params']).filter(isJsonObject);
  if (params.length === 0) return text === undefined ? undefined : bodyOf('', mediaType, 0);
  return { text: formOf(params), mediaType, fidelity: 'rebuilt', cutFrom: undefined };
}

/** `content` (HAR 1.2 §content); undefined when the text was not recorded. */
export function responseBodyOf(content: JsonObject): Body | undefined {
  const text = stringOf(content['text']);
  if (text === undefined || takenOut.test(text)) return undefined;
  const mediaType = mediaTypeOf(content['mimeType']);
  const size = numberOf(content['size']) ?? text.length;
  if (text === '' && size > 0) return undefined;
  if (content['encoding'] !== 'base64') return bodyOf(text, mediaType, size);
  return bodyOf(notText.test(mediaType) ? undefined : decodeBase64(text), mediaType, size);
}

function bodyOf(text: string | undefined, mediaType: string, size: number): Body {
  if (text === undefined) return { text: '', mediaType, fidelity: 'exact', cutFrom: size };
  return { text, mediaType, fidelity: 'exact', cutFrom: undefined };
}

/**
 * Parameters are written decoded (Charles, Fiddler), so they are encoded again here. JSON under the media type of a form is
 * one parameter there, cut at its first "=".
 */
function formOf(params: readonly JsonObject[]): string {
  const pairs = params.map(({ name, value }) => [stringOf(name) ?? '', stringOf(value) ?? '']);
  const whole = pairs.length === 1 ? pairs[0]?.filter((part) => part !== '').join('=') : undefined;
  if (whole?.startsWith('{') === true) return whole;
  return pairs.map((pair) => pair.map(encodeOnce).join('=')).join('&');
}

/** The UTF-8 text behind base64, or undefined when it is neither. */
function decodeBase64(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
