import { expect, test } from 'vitest';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

/** A token call as one program writes it, with the members that only it has or lacks. */
interface Dialect {
  readonly creator: object;
  readonly pages?: readonly object[];
  readonly entry: object;
}

const body = 'grant_type=authorization_code&code=k%2F1';
const answer = '{"error":"invalid_grant"}';
const formType = 'application/x-www-form-urlencoded';
const post = {
  method: 'POST',
  url: 'https://op.test/token',
  httpVersion: 'HTTP/2',
  cookies: [],
  queryString: [],
};
const json = { size: 25, mimeType: 'application/json', text: answer };
const origin = { name: 'Origin', value: 'https://app.test' };
const timings = { blocked: 1, dns: -1, connect: 2, ssl: -1, send: 3, wait: 20, receive: 14 };
const page = (id: string): object => ({
  id,
  startedDateTime: '2027-01-15T08:00:00.000Z',
  title: 'https://app.test/',
  pageTimings: {},
});
const decoded = [
  { name: 'grant_type', value: 'authorization_code' },
  { name: 'code', value: 'k/1' },
];
const typed = { name: 'content-type', value: 'application/json' };

const dialects: Readonly<Record<string, Dialect>> = {
  // Web Inspector: no browser, times as numbers with many digits, no `_resourceType`, bodies that may be base64.
  Safari: {
    creator: { name: 'WebKit Web Inspector', version: '1.0' },
    pages: [page('page_0')],
    entry: {
      pageref: 'page_0',
      startedDateTime: '2027-01-15T08:00:00.250Z',
      time: 40.00000051222742,
      request: {
        ...post,
        headers: [origin, { name: 'Cookie', value: 'a=b' }],
        postData: { mimeType: formType, text: body, params: [] },
      },
      response: {
        status: 400,
        statusText: 'Bad Request',
        headers: [typed],
        content: { ...json, compression: 0 },
        redirectURL: '',
        _transferSize: 411,
      },
      cache: {},
      timings,
      _fetchType: 'Network Load',
      _priority: 'high',
    },
  },
  // Edge is Chromium: the name of the creator is the same, and `_initiator` and `_resourceType` are there.
  Edge: {
    creator: { name: 'WebInspector', version: '537.36' },
    pages: [page('page_1')],
    entry: {
      _initiator: { type: 'script', stack: { callFrames: [] } },
      _priority: 'High',
      _resourceType: 'fetch',
      _connectionId: '91',
      pageref: 'page_1',
      startedDateTime: '2027-01-15T08:00:00.250Z',
      time: 40,
      request: {
        ...post,
        headers: [origin, { name: 'Cookie', value: 'a=b' }],
        postData: {
          mimeType: formType,
          text: body,
          params: [{ name: 'grant_type', value: 'authorization_code' }],
        },
      },
      response: {
        status: 400,
        headers: [typed],
        content: json,
        redirectURL: '',
        _transferSize: 0,
        _error: null,
      },
      timings,
    },
  },
  // Answers are base64 throughout; no pages at all.
  Proxyman: {
    creator: { name: 'Proxyman', version: '5.10.0' },
    entry: {
      _id: '17',
      _name: '',
      _clientName: 'Google Chrome',
      startedDateTime: '2027-01-15T08:00:00.250Z',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: { mimeType: formType, text: body, params: [] },
      },
      response: {
        status: 400,
        headers: [typed],
        content: { ...json, text: btoa(answer), encoding: 'base64' },
        redirectURL: null,
      },
      timings,
      comment: '',
    },
  },
  // No `cookies` worth the name, `_responseTrailers`, times of phases that it does not measure as -1.
  'HTTP Toolkit': {
    creator: { name: 'HTTP Toolkit', version: '1.20.0' },
    pages: [page('default_page')],
    entry: {
      pageref: 'default_page',
      startedDateTime: '2027-01-15T08:00:00.250Z',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: {
          mimeType: `${formType};charset=UTF-8`,
          params: decoded,
        },
      },
      response: {
        status: 400,
        headers: [typed],
        content: json,
        redirectURL: '',
      },
      cache: {},
      timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 3, wait: 23, receive: 14 },
      _pinned: false,
    },
  },
  // Parameters only, decoded; an offset without a colon; the version as text.
  Charles: {
    creator: { name: 'Charles Proxy', version: '4.5.6' },
    entry: {
      startedDateTime: '2027-01-15T09:00:00.250+0100',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: {
          mimeType: formType,
          params: decoded,
        },
      },
      response: {
        _charlesStatus: 'COMPLETE',
        status: 400,
        headers: [typed],
        content: json,
        redirectURL: null,
      },
      serverIPAddress: '192.0.2.1',
      timings,
    },
  },
  // Seven digits of a second with an offset; a byte order mark before the file (see below).
  Fiddler: {
    creator: { name: 'Fiddler', version: '5.0.20253.3311', comment: 'https://fiddler2.com' },
    entry: {
      startedDateTime: '2027-01-15T10:00:00.2500000+02:00',
      connection: 'ClientPort:51234;EgressPort:51235',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: { mimeType: formType, text: body, params: [] },
      },
      response: { status: 400, headers: [typed], content: { ...json, compression: 0 }, redirectURL: '' },
      timings,
      comment: '[#12]',
    },
  },
  // Microseconds; the answer as base64 when it cannot be decoded; params beside the text.
  mitmproxy: {
    creator: { name: 'mitmproxy', version: '11.0.2', comment: '' },
    entry: {
      startedDateTime: '2027-01-15T08:00:00.250000+00:00',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: {
          mimeType: formType,
          text: body,
          params: [{ name: 'grant_type', value: 'authorization_code' }],
        },
      },
      response: {
        status: 400,
        headers: [typed],
        content: json,
        redirectURL: '',
      },
      cache: {},
      timings,
      serverIPAddress: '192.0.2.1',
    },
  },
};

test.each(Object.entries(dialects))('%s: a token call is read whole', (name, { creator, pages, entry }) => {
  const log = {
    version: '1.2',
    creator,
    ...(pages === undefined ? {} : { pages }),
    entries: [entry],
  };
  const read = fromHar(`${name === 'Fiddler' ? '\ufeff' : ''}${JSON.stringify({ log })}`, 'a.har');
  const exchanges = isProblem(read) ? [] : read;
  expect(exchanges).toMatchObject([
    {
      kind: 'fetch',
      method: 'POST',
      initiator: 'https://app.test',
      requestBody: { text: body, mediaType: formType },
      status: 400,
      responseBody: { text: answer, mediaType: 'application/json' },
      redirectTarget: undefined,
      startedAt: 1_800_000_000_250,
      respondedAt: 1_800_000_000_276,
      networkError: undefined,
      known: {
        requestHeaders: true,
        requestBody: true,
        responseHeaders: true,
        responseBody: true,
        fragment: false,
      },
    },
  ]);
});
