/**
 * What in the path or the query of a call's address tells that it may belong to OAuth 2.0 or OpenID Connect. It holds all
 * that `mayBeOAuthUrl` looks for there, and more: what is only likely here is told by the body of the call.
 */
const within = [
  // token, revoke
  'oke',
  // jwks
  'wks',
  // .well-known
  '-kn',
  'keys',
  'auth',
  'userinfo',
  'introspect',
  '?code=',
  '&code=',
  'oidc',
  'login',
] as const;

/** The same for how an address ends; `/request` is where a pushed authorization request may go. */
const atEnd = ['me', 'certs', 'logout', 'par', 'request'] as const;

/** The same as match patterns of browsers, to hear of such calls only: the host may be any. */
export const tellingPatterns: readonly string[] = [
  ...within.map((word) => `*://*/*${word}*`),
  ...atEnd.map((word) => `*://*/*${word}`),
];
