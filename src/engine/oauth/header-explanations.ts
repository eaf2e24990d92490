import { means, type Explanation } from './explanation.ts';
import { rfc, type Source } from './source.ts';

function fetchStandard(anchor: string): Source {
  return { title: 'Fetch standard', url: `https://fetch.spec.whatwg.org/#${anchor}` };
}

const fetchMetadata: Source = { title: 'Fetch Metadata', url: 'https://www.w3.org/TR/fetch-metadata/' };

/** HTTP headers that matter in a login, by lower-case name. */
export const headerExplanations: Readonly<Record<string, Explanation>> = {
  authorization: means(
    'Who asks: “Basic” with the client’s id and secret, or “Bearer” with an access token.',
    rfc(6749, '2.3.1'),
  ),
  dpop: means('A proof that the sender holds the key that the token is bound to.', rfc(9449, '4')),
  'dpop-nonce': means('A value that the next DPoP proof must contain.', rfc(9449, '8')),
  'www-authenticate': means('Why the request was refused, and how to authenticate.', rfc(6750, '3')),
  location: means('Where the browser is sent next.', rfc(9110, '10.2.2')),
  'content-type': means('What kind of body follows; a token request must be a form.', rfc(6749, '4.1.3')),
  'cache-control': means('Answers with tokens must say “no-store”.', rfc(6749, '5.1')),
  origin: means(
    'Which page makes the call; the server decides by it whether the page may read the answer.',
    fetchStandard('origin-header'),
  ),
  referer: means('The page before; a code in it leaks to whoever is asked.', rfc(9700, '4.2')),
  'referrer-policy': means('How much of its address a page tells others.', rfc(9700, '4.2.4')),
  'access-control-allow-origin': means(
    'Which page may read this answer; without it the browser keeps the answer from the page.',
    fetchStandard('http-access-control-allow-origin'),
  ),
  'access-control-allow-credentials': means(
    'Whether the page may read an answer to a request with cookies.',
    fetchStandard('http-access-control-allow-credentials'),
  ),
  'access-control-allow-headers': means(
    'Which headers the page may send.',
    fetchStandard('http-access-control-allow-headers'),
  ),
  'access-control-allow-methods': means(
    'Which methods the page may use.',
    fetchStandard('http-access-control-allow-methods'),
  ),
  'access-control-request-method': means(
    'The method that the page wants to use.',
    fetchStandard('http-access-control-request-method'),
  ),
  'access-control-request-headers': means(
    'The headers that the page wants to send.',
    fetchStandard('http-access-control-request-headers'),
  ),
  cookie: means(
    'What the browser remembers for this site; a recording keeps no value of it.',
    rfc(6265, '4.2'),
  ),
  'set-cookie': means(
    'What the browser is to remember; a cookie without SameSite=None is not sent in frames of other sites.',
    rfc(6265, '4.1'),
  ),
  'x-frame-options': means(
    'Whether the page may be shown in a frame; a silent login fails when it may not.',
    rfc(7034, '2'),
  ),
  'content-security-policy': means('What the page may load, and who may show it in a frame.', {
    title: 'Content Security Policy',
    url: 'https://www.w3.org/TR/CSP3/',
  }),
  'access-control-expose-headers': means(
    'Which headers of this answer the page may read.',
    fetchStandard('http-access-control-expose-headers'),
  ),
  'cross-origin-opener-policy': means('Whether the page keeps its tie to the page that opened it.', {
    title: 'HTML: cross-origin opener policies',
    url: 'https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies',
  }),
  via: means('Which proxies the message passed.', rfc(9110, '7.6.3')),
  refresh: means('Where the page goes next by itself, after some seconds.', {
    title: 'HTML: the Refresh header',
    url: 'https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-refresh-header',
  }),
  date: means('The server’s clock; compare it with the times in tokens.', rfc(9110, '6.6.1')),
  'retry-after': means('How long to wait before the next try.', rfc(9110, '10.2.3')),
  age: means('For how many seconds a cache has held this answer.', rfc(9111, '5.1')),
  'sec-fetch-user': means('Whether a click of the user led here.', fetchMetadata),
  'sec-fetch-site': means('Whether the request comes from the same site.', fetchMetadata),
  'sec-fetch-mode': means('Whether the browser navigates or a script calls.', fetchMetadata),
  'sec-fetch-dest': means('What the answer is for: a page, a frame or a script’s call.', fetchMetadata),
};
