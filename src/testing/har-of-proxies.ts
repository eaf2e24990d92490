import {
  answer,
  body,
  decoded,
  formType,
  json,
  origin,
  post,
  page,
  timings,
  typed,
  type Dialect,
} from './har-token-call.ts';

/** What proxies write. */
export const proxyDialects: Readonly<Record<string, Dialect>> = {
  // Answers are base64 throughout; no pages at all; an offset without a colon.
  Proxyman: {
    creator: { name: 'Proxyman', version: '5.10.0' },
    entry: {
      _id: '17',
      _name: '17',
      _clientName: 'Google Chrome',
      _isHTTPS: true,
      _webSocketMessages: null,
      startedDateTime: '2027-01-15T15:00:00.250+0700',
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
  // A page is a program that calls; text and parameters of a form whose type has no charset; times of phases that it does not measure as -1.
  'HTTP Toolkit': {
    creator: { name: 'HTTP Toolkit', version: '1.20.0' },
    pages: [page('Chrome 120 (Linux)')],
    entry: {
      pageref: 'Chrome 120 (Linux)',
      startedDateTime: '2027-01-15T09:00:00.250+01:00',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: { mimeType: formType, params: decoded, text: body },
      },
      response: {
        status: 400,
        headers: [typed],
        content: json,
        redirectURL: '',
      },
      cache: {},
      timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 3, wait: 23, receive: 14 },
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
  // Of a form its parameters only, decoded; seven digits of a second with an offset; a byte order mark before the file.
  Fiddler: {
    creator: { name: 'Fiddler', version: '5.0.20253.3311', comment: 'http://www.fiddler2.com' },
    entry: {
      startedDateTime: '2027-01-15T10:00:00.2500000+02:00',
      connection: '51234',
      time: 40,
      request: {
        ...post,
        headers: [origin],
        postData: { mimeType: formType, params: decoded },
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
