// Error answers: RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3, and the shapes servers send instead.
import type { Evidence } from '../http/evidence.ts';
import { stringMember, isJsonObject, type JsonObject } from '../http/json.ts';
import { parseParameters, parameterValue } from '../http/parameters.ts';
import type { Reading } from '../http/reading.ts';
import { readAuthError } from './auth-error.ts';
import { canonicalError } from './canonical-error.ts';
import { errorInText } from './error-text.ts';

/** An error answer, its code put into the standard's words. */
export interface OAuthError {
  /** Standard code; undefined when the answer has none that is known. */
  readonly code: string | undefined;
  /** The code as sent. */
  readonly sent: string | undefined;
  readonly description: string | undefined;
  /** Where the code stands. */
  readonly at: Evidence;
  /** Where the description stands. */
  readonly descriptionAt: Evidence | undefined;
}

const codeMembers = ['error', 'errorCode', 'error_code', 'code', 'fault'] as const;
const textMembers = [
  'error_description',
  'errorSummary',
  'errorDescription',
  'message',
  'msg',
  'reason',
  'hint',
  'detail',
] as const;

/** Reads the error from an answer of the token endpoint or a similar one; undefined when it is none. */
export function errorInAnswer(reading: Reading): OAuthError | undefined {
  const { exchange } = reading;
  const json = reading.responseJson();
  if (json !== undefined) return errorInJson(exchange.id, json, (exchange.status ?? 0) >= 400);
  const challenge = errorInChallenge(reading);
  if (challenge !== undefined) return challenge;
  const form = exchange.responseBody?.text ?? '';
  if (/^(?:\w+=[^<>\s&]*&)*error(?:_code)?=[^<>\s]+$/.test(form)) {
    const parameters = parseParameters(form);
    const at: Evidence = { exchange: exchange.id, part: 'response_body', name: '' };
    return makeError(
      parameterValue(parameters, 'error') ?? parameterValue(parameters, 'error_code'),
      parameterValue(parameters, 'error_description'),
      at,
      at,
    );
  }
  if ((exchange.status ?? 0) < 400) return undefined;
  return errorInPage(reading);
}

/** The same, of an answer whose status is a refusal without words as well. */
export function refusalIn(reading: Reading): OAuthError | undefined {
  const { id, status } = reading.exchange;
  return errorInAnswer(reading) ?? ((status ?? 0) < 400 ? undefined : wordless(id));
}

/** The error of a call with a token: its challenge names it (RFC 6750 §3), the rest may be an API's own words for people. */
export function errorOfCall(reading: Reading): OAuthError | undefined {
  const told = errorInAnswer(reading);
  const challenged = errorInChallenge(reading);
  return challenged === undefined || challenged.code === told?.code ? told : challenged;
}

/** A refusal whose status is all that it says. */
export function wordless(exchange: string): OAuthError {
  const at: Evidence = { exchange, part: 'status', name: '' };
  return { code: undefined, sent: undefined, description: undefined, at, descriptionAt: undefined };
}

/** The error in the visible text of a page, found by its code or by an unmistakable phrase, or in its address. */
export function errorInPage(reading: Reading): OAuthError | undefined {
  return errorInAddress(reading) ?? errorInWords(reading);
}

/** Google's error page, which scripts write: told without its text. */
function errorInAddress(reading: Reading): OAuthError | undefined {
  const said = readAuthError(parameterValue(reading.query(), 'authError') ?? '');
  if (said === undefined) return undefined;
  const at: Evidence = { exchange: reading.exchange.id, part: 'query', name: 'authError' };
  return makeError(said.code, said.message, at, said.message === undefined ? undefined : at);
}

function errorInWords(reading: Reading): OAuthError | undefined {
  const found = errorInText(reading.responseText());
  if (found === undefined) return undefined;
  const at: Evidence = { exchange: reading.exchange.id, part: 'response_body', name: '' };
  return makeError(found.code, found.description, at, at);
}

/**
 * Microsoft's servers show a refusal with status 200, its number and text in a script. Numbers that only lead to
 * another step of the login are not among these.
 */
export function numberedRefusal(page: string): string | undefined {
  return /\bAADSTS(?:50011|500113|50020|50105|50194|500011|65005|650052|650057|70001|700016|70011|700054|90002|90008|900144|900971)\b:[^"<\r\n]{0,400}/.exec(
    page.slice(0, 65_536),
  )?.[0];
}

/**
 * Google, Facebook, LinkedIn and Apple refuse on a page with status 200. Only their own words count: a login page may
 * speak of redirect URIs, too.
 */
const refusals =
  /\bError 4\d\d: [a-z]+_[a-z]|redirect URI is not whitelisted|redirect_uri does not match the registered|Invalid web redirect url/;

/** The refusal on a page whose status is none. */
export function refusalInPage(reading: Reading): OAuthError | undefined {
  const { id, responseBody } = reading.exchange;
  const says = numberedRefusal(responseBody?.text ?? '');
  if (says === undefined) return refusals.test(reading.responseText()) ? errorInWords(reading) : undefined;
  const at: Evidence = { exchange: id, part: 'response_body', name: '' };
  return makeError(undefined, says, at, at);
}

/** Builds an error from what was sent. */
export function makeError(
  sent: string | undefined,
  description: string | undefined,
  at: Evidence,
  descriptionAt: Evidence | undefined,
): OAuthError {
  return { code: canonicalError(sent, description), sent, description, at, descriptionAt };
}

function errorInJson(exchange: string, json: JsonObject, failed: boolean): OAuthError | undefined {
  const nested = json['error'];
  const object = isJsonObject(nested) ? nested : json;
  const codeName = codeMembers.find(
    (name) =>
      stringMember(object, name) !== undefined && (failed || name === 'error' || name === 'errorCode'),
  );
  const textName = textMembers.find((name) => stringMember(object, name) !== undefined);
  if (codeName === undefined && (!failed || textName === undefined)) return undefined;
  const top = (name: string): string => (object === json ? name : 'error');
  const pointer = (name: string): Evidence => ({ exchange, part: 'response_json', name: top(name) });
  return makeError(
    codeName === undefined ? undefined : stringMember(object, codeName),
    textName === undefined ? undefined : stringMember(object, textName),
    pointer(codeName ?? textName ?? 'error'),
    textName === undefined ? undefined : pointer(textName),
  );
}

function errorInChallenge(reading: Reading): OAuthError | undefined {
  const challenge = reading.responseHeader('www-authenticate');
  const code = /(?:^|[\s,])error="?([\w.-]{1,64})"?/i.exec(challenge ?? '')?.[1];
  if (code === undefined) return undefined;
  const at: Evidence = { exchange: reading.exchange.id, part: 'response_header', name: 'www-authenticate' };
  return makeError(code, /error_description="([^"]{0,500})"/i.exec(challenge ?? '')?.[1], at, at);
}
