import type { Exchange, Header } from '../src/engine/http/exchange.ts';
import { loginTrace } from '../src/testing/login-trace.ts';
import { fromTraceText, traceStart } from '../src/testing/trace-text.ts';

/** A login by redirect with PKCE, its userinfo and a refresh, in one of 20 tabs. */
export function loginExchanges(number: number, at: number): readonly Exchange[] {
  const tab = 1 + (number % 20);
  const plan = {
    pushed: false,
    pkce: true,
    constant: false,
    equalCodes: false,
    loginPages: true,
    refreshes: 1,
    userinfo: true,
    fails: number % 7 === 0,
  };
  return fromTraceText(loginTrace({ name: `login${number}`, tab, redeemedIn: tab, at, pace: 0.2, ...plan }));
}

const shared: readonly Header[] = [
  { name: 'Accept', value: 'application/json, text/plain, */*' },
  { name: 'Accept-Encoding', value: 'gzip, deflate, br, zstd' },
  { name: 'Accept-Language', value: 'en-GB,en;q=0.9,nl;q=0.8' },
  { name: 'Cache-Control', value: 'no-cache' },
  { name: 'Cookie', value: `session=${'f00ba4'.repeat(20)}; theme=dark; consent=all` },
  { name: 'Origin', value: 'https://app.test' },
  { name: 'Referer', value: 'https://app.test/dashboard/home' },
  { name: 'Sec-Fetch-Mode', value: 'cors' },
  {
    name: 'User-Agent',
    value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0',
  },
  {
    name: 'Content-Security-Policy',
    value: `default-src 'self'; script-src 'self' ${'https://cdn.test '.repeat(8)}`,
  },
];

const rows = JSON.stringify({
  items: Array.from({ length: 12 }, (_, id) => ({
    id,
    name: `Item number ${id}`,
    tags: ['a', 'b'],
    price: id * 3.5,
  })),
});

/** A script as bundlers write them, of the size that the median page's scripts have (HTTP Archive: some 25 kB each). */
const script = Array.from(
  { length: 400 },
  (_, index) => `function f${index}(e,t){return e.map(n=>t[n]||"f${index}").join(",")}`,
).join(';');

const unrelated: readonly (readonly [string, string, string])[] = [
  ['GET', 'https://api.test/v2/projects/18273645/issues?state=open&sort=updated&per_page=50', rows],
  ['POST', 'https://app.test/graphql', rows],
  ['GET', 'https://cdn.test/assets/i18n/en/checkout-page.4f3a9b.json?v=20261124', rows],
  ['GET', 'https://app.test/img/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ['GET', 'https://metrics.test/collect?sid=8f7e&ev=click&ts=1764000000000&page=%2Fdashboard', ''],
  ['OPTIONS', 'https://api.test/v2/projects/18273645/issues', ''],
  ['GET', 'https://cdn.test/assets/chunk-7c1d.4f3a9b.js', script],
  ['GET', 'https://app.test/favicon.ico', ''],
];

/** A HAR file with so many exchanges, 50 logins evenly among unrelated traffic. */
export function syntheticHar(count: number): string {
  const logins = Array.from({ length: 50 }, (_, number) => loginExchanges(number, (number * count) / 500));
  const entries = logins.flat().map((exchange) => entryOf(exchange));
  for (let index = entries.length; index < count; index++) {
    const [method, url, body] = unrelated[index % unrelated.length] ?? ['GET', '', ''];
    entries.push(plainEntry(method, `${url}#${index}`.replace(/#.*/, ''), body, traceStart + index * 100));
  }
  entries.sort((a, b) => (a.startedDateTime < b.startedDateTime ? -1 : 1));
  const pages = Array.from({ length: 20 }, (_, index) => ({
    id: `page_${index + 1}`,
    title: '',
    startedDateTime: '',
    pageTimings: {},
  }));
  const creator = { name: 'WebInspector', version: '537.36' };
  return JSON.stringify({ log: { version: '1.2', creator, pages, entries } });
}

/** As Chrome writes them: the cookies again beside their header, and the stack of the script that called. */
const cookies = ['session', 'theme', 'consent'].map((name) => ({
  name,
  value: 'f00ba4'.repeat(8),
  path: '/',
  domain: '.app.test',
  expires: '2027-11-24T13:54:50.000Z',
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
}));

const initiator = {
  type: 'script',
  stack: {
    callFrames: Array.from({ length: 8 }, (_, index) => ({
      functionName: `fetchPage${index}`,
      scriptId: String(40 + index),
      url: 'https://cdn.test/assets/main.4f3a9b.js',
      lineNumber: index,
      columnNumber: 81_234 + index,
    })),
  },
};

type Entry = ReturnType<typeof plainEntry>;

function plainEntry(method: string, url: string, body: string, startedAt: number) {
  const mimeType = body.startsWith('<')
    ? 'image/svg+xml'
    : body === script
      ? 'text/javascript'
      : 'application/json';
  return {
    _connectionId: '91',
    _initiator: initiator,
    _priority: 'High',
    _resourceType: method === 'OPTIONS' ? 'preflight' : 'fetch',
    pageref: 'page_1',
    startedDateTime: new Date(startedAt).toISOString(),
    time: 41.5,
    request: {
      method,
      url,
      httpVersion: 'http/2.0',
      headers: shared,
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      cookies,
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [...shared],
      cookies: [],
      content: { size: body.length, mimeType, text: body },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    serverIPAddress: '192.0.2.7',
    timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 0.1, wait: 38, receive: 2 },
  };
}

function entryOf(exchange: Exchange): Entry & { readonly request: { readonly postData?: unknown } } {
  const plain = plainEntry(
    exchange.method,
    exchange.url,
    exchange.responseBody?.text ?? '',
    exchange.startedAt,
  );
  const body = exchange.requestBody;
  const isNavigation = exchange.kind === 'navigation';
  return {
    ...plain,
    pageref: `page_${exchange.tab ?? 1}`,
    ...(isNavigation ? { _resourceType: 'document' } : {}),
    request: {
      ...plain.request,
      headers: [...exchange.requestHeaders, ...shared],
      ...(body === undefined ? {} : { postData: { mimeType: body.mediaType, text: body.text } }),
    },
    response: {
      ...plain.response,
      status: exchange.status ?? 0,
      headers: [...exchange.responseHeaders, ...shared],
      content: { ...plain.response.content, mimeType: exchange.responseBody?.mediaType ?? '' },
      redirectURL: exchange.redirectTarget ?? '',
    },
  };
}
