/** The scheme and the first letters of the host hold nothing to look for. */
const afterScheme = 8;

/**
 * The hot path: may a request that is no navigation belong to OAuth 2.0 or OpenID Connect, by its URL? Nothing is
 * allocated or parsed. Each word is looked for by its rarest letter, since a search stops at each occurrence of what it
 * begins with. It errs on the side of yes; protocol messages to an opaque URL are told by their body.
 */
export function mayBeOAuthUrl(url: string): boolean {
  return hasWordWithK(url) || hasAuth(url) || hasUserinfo(url) || hasCode(url) || endsAsEndpoint(url);
}

const [dash, slash, e, n, o, r, s, t, w] = Array.from('-/enorstw', (letter) => letter.charCodeAt(0));

/** `token`, `revoke`, `jwks`, `.well-known`, `/keys` */
function hasWordWithK(url: string): boolean {
  for (let at = url.indexOf('k', afterScheme); at >= 0; at = url.indexOf('k', at + 1)) {
    const before = url.charCodeAt(at - 1);
    const after = url.charCodeAt(at + 1);
    if (before === o && after === e) return true;
    if (before === w && after === s) return true;
    if (before === dash && after === n) return true;
    if (before === slash && after === e && url.startsWith('/keys', at - 1)) return true;
  }
  return false;
}

/** `oauth`, `auth`, `authorize`, but not `author` or `south` */
function hasAuth(url: string): boolean {
  for (let at = url.indexOf('uth', afterScheme); at >= 0; at = url.indexOf('uth', at + 1)) {
    if (!url.startsWith('a', at - 1)) continue;
    if (url.charCodeAt(at + 3) !== o || url.startsWith('authori', at - 1)) return true;
  }
  return false;
}

function hasUserinfo(url: string): boolean {
  for (let at = url.indexOf('f', afterScheme); at >= 0; at = url.indexOf('f', at + 1)) {
    if (url.charCodeAt(at + 1) === o && url.startsWith('userin', at - 6)) return true;
  }
  return false;
}

/** A code in the query, as a callback that a script calls has it, or a GET token request. */
function hasCode(url: string): boolean {
  const query = url.indexOf('?', afterScheme);
  if (query < 0) return false;
  for (let at = url.indexOf('code=', query); at >= 0; at = url.indexOf('code=', at + 1)) {
    if (at === query + 1 || url.startsWith('&', at - 1)) return true;
  }
  return false;
}

/** `/me`, `/certs`, `/logout`, `/par`, told apart by their last letter first. */
function endsAsEndpoint(url: string): boolean {
  switch (url.charCodeAt(url.length - 1)) {
    case e:
      return url.endsWith('/me');
    case s:
      return url.endsWith('/certs');
    case t:
      return url.endsWith('/logout');
    case r:
      return url.endsWith('/par');
    default:
      return false;
  }
}
