import type { Evidence, EvidencePart } from '../http/evidence.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { parameterValue, parseParameters } from '../http/parameters.ts';
import { originOf, urlParts } from '../http/url.ts';
import { makeError, type OAuthError } from '../oauth/error.ts';

/** `error`, and what apps call it to tell it from the server's. */
const errorName = /^(?:(?:o?auth|log_?in|sign_?in|sso)_?)?error$/i;
/** What a template writes where there is none. */
const nothing = /^(?:false|0|null|undefined|none)?$/i;
/** `/error`, `/auth/failed`, `/en/login-error`; what stands elsewhere may be a list of failed things that was asked for. */
const errorPath =
  /^(?:\/(?:[a-z]{2}(?:-[a-z]{2})?|api|app|o?auth2?|oidc|sso|login|log-in|sign-?in|authentication|accounts?|users?|sessions?|callback|home|public))*\/(?:[\w-]+-)?(?:error|failure|failed)(?:\.\w+|-page|-callback)?(?:\/[\w-]+)?\/?$/i;

/** The error that an address of the app stands for, after a callback: by a parameter, or a path that is named for errors. */
export function errorOnRoute(
  exchange: string,
  address: string,
  part: EvidencePart,
  callback: string,
): OAuthError | undefined {
  const { path, query = '', fragment = '' } = urlParts(address);
  const isTarget = part === 'redirect';
  const parameters = [query, fragment].flatMap((text) => parseParameters(text));
  if (parameterValue(parameters, 'code') !== undefined) return undefined;
  const described = parameterValue(parameters, 'error_description');
  const found = parameters.find(({ name, value }) => errorName.test(name) && !nothing.test(value));
  if (found !== undefined) {
    const at: Evidence = { exchange, part: isTarget ? 'redirect_query' : 'query', name: found.name };
    return makeError(found.value, described, at, undefined);
  }
  // Spring Security’s own, `/login?error`.
  const isNamed = /(?:^|&)error(?:&|$)/.test(query) || errorPath.test(belowApp(path, callback));
  return isNamed ? makeError(undefined, described, { exchange, part, name: '' }, undefined) : undefined;
}

/** A path without the folder that the app stands in, as its callback does. */
function belowApp(path: string, callback: string): string {
  const folder = /^\/[^/]+(?=\/)/.exec(urlParts(callback).path)?.[0] ?? '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length) : path;
}

/** The first of the pages after a callback to which the app itself went, and that is its own for errors. */
export function errorRouteAmong(pages: readonly Exchange[], landing: Exchange): Exchange | undefined {
  const own = pages.filter(({ url }) => originOf(url) === originOf(landing.url));
  return own.find((page, index) => {
    const isSent = (own[index - 1] ?? landing).redirectTarget === page.url;
    const isClicked = headerValue(page.requestHeaders, 'sec-fetch-user') !== undefined;
    return (isSent || !isClicked) && errorOnRoute(page.id, page.url, 'url', landing.url) !== undefined;
  });
}
