// Whether an answer that was seen without its request is one: a code and a state also stand in links of shops.
import { headerValue } from '../http/headers.ts';
import { hostOf, originOf, urlParts } from '../http/url.ts';
import { errorCode } from '../oauth/error-codes.ts';
import type { AuthorizationResponse } from '../oauth/message.ts';
import { isHidden, lengthOf } from '../oauth/placeholder.ts';
import { providerOfHost } from '../providers/authority-of.ts';

/** What apps and servers call the places of a login. */
const path =
  /callback|oauth|oidc|openid|(?:^|[/._-])(?:auth|authori[sz]e|consent|cb|idp|log-?in|saml2?|sign-?in|sso)(?![a-z])/i;
const host = /(?:^|[.-])(?:accounts?|auth|id|identity|idp|login|oauth2?|oidc|signin|sso)(?=[.-])/i;

/**
 * True for an answer that nothing but a server sends, and for a code and a state of which two of these are true: the
 * code looks made by a machine, the state does, the app's path is named for logins, a server that is sent them, `scope`
 * stands beside them.
 */
export function isCallback(response: AuthorizationResponse): boolean {
  const { params, carrier, error, target } = response;
  const state = params.get('state');
  if (state === undefined) return false;
  if (carrier !== 'plain' || tells(response)) return true;
  const code = params.get('code');
  if (code === undefined)
    return error?.description !== undefined || errorCode(error?.code ?? '') !== undefined;
  const signs = [
    isRandom(code),
    isRandom(state),
    path.test(urlParts(target).path),
    isSentByServer(response),
    params.get('scope') !== undefined,
  ];
  return signs.filter(Boolean).length >= 2;
}

/** Tokens, and names that no other protocol has beside a code. */
function tells({ params }: AuthorizationResponse): boolean {
  return (
    /^https?:/.test(params.get('iss') ?? '') ||
    ['id_token', 'token_type', 'session_state', 'client_info'].some((name) => params.get(name) !== undefined)
  );
}

/** Another site sent the browser on, and is known as an authorization server or named like one. */
function isSentByServer({ exchange, phase, target }: AuthorizationResponse): boolean {
  const sender =
    phase === 'redirect'
      ? exchange.url
      : (headerValue(exchange.requestHeaders, 'referer') ?? exchange.initiator ?? '');
  return (
    !['', originOf(target)].includes(originOf(sender)) &&
    (providerOfHost(sender) !== undefined || path.test(urlParts(sender).path) || host.test(hostOf(sender)))
  );
}

/** What people choose: a word, and a number before or behind it. */
const chosen = /^\d{0,4}(?:[A-Z]?[a-z]*|[A-Z]*)\d{0,4}$/;

/** Shorter values are too short to tell. */
const shortest = 8;

/** Whether letters, digits and capitals change as often as chance has it; redaction must not take a login away. */
function isRandom(value: string): boolean {
  if (isHidden(value)) return lengthOf(value) >= shortest;
  if (value.length < shortest || /^\/|:\/\/|[\s{}"<>]/.test(value)) return false;
  const parts = value.split(/[^A-Za-z\d]+/);
  const changes = parts
    .filter((part) => !chosen.test(part))
    .reduce((sum, part) => sum + (part.match(/[A-Z][a-z]+|[A-Z]+|[a-z]+|\d+/g)?.length ?? 1) - 1, 0);
  if (value.length >= 20 && /^(?=\D*\d)[\da-f-]+$/i.test(value)) return true;
  return changes >= parts.join('').length * (value.length < 20 ? 0.28 : 0.15);
}
