import { expect, test } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';

const push = `POST https://op.test/par client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 201 {"request_uri":"urn:x:1","expires_in":60} @0s`;
const open = (client: string, answer: string): string =>
  `GET https://op.test/authorize?client_id=${client}&request_uri=urn:x:1 -> ${answer}`;
const refused = '400 {"error":"invalid_request_uri"}';

const urn = 'urn:ietf:params:oauth:request_uri:u-0f-this-l0gin';
const pushUrn = push.replace('urn:x:1', urn);
const openUrn = (uri: string, answer = refused): string =>
  `GET https://op.test/authorize?client_id=c&request_uri=${uri} -> ${answer}`;

checkRule('par-request-uri-invalid', {
  fails: {
    'opened too late': {
      trace: `${push}\n${open('c', refused)} @90s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /opened 1\.5 min after it was issued for 1 min/,
    },
    'pushed by another client': {
      trace: `${push}\n${open('d', refused)} @1s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /another client_id/,
    },
    'encoded twice': {
      trace: `${pushUrn}\n${openUrn('urn%253Aietf%253Aparams%253Aoauth%253Arequest_uri%253Au-0f-this-l0gin')} @1s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /not the one that the server gave/,
    },
    'cut off, and the server names no parameter': {
      trace: `${pushUrn}\n${openUrn('urn:ietf:params:oauth:request_uri:u-0f', '400 {"error":"invalid_request"}')} @1s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /not the one that the server gave/,
    },
    'that of another push': {
      trace: `${pushUrn}\n${openUrn('urn:ietf:params:oauth:request_uri:an0ther-l0gin-s')} @1s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /not the one that the server gave/,
    },
    'the push was opened, and then something else was': {
      trace: `${pushUrn}\n${openUrn(urn, '302 https://app.test/cb?code=k&state=s')} @1s\n${openUrn(`${urn}x`)} @9s`,
      severity: 'error',
      cause: 'par_request_uri_invalid',
      says: /expired, was used/,
    },
    'the push was not seen': {
      trace: open('c', refused),
      severity: 'error',
      cause: 'par_request_uri_invalid',
    },
  },
  silent: {
    'the login page is loaded again': `${push}\n${open('c', '200 <form>')} @1s\n${open('c', '302 https://app.test/cb?code=k&state=s')} @5s`,
    'it worked': `${push}\n${open('c', '302 https://app.test/cb?code=k&state=s')} @1s`,
    'a request object by reference': `GET https://op.test/authorize?client_id=c&request_uri=https://app.test/r.jwt -> ${refused}`,
    'refused for something else': `${push}\n${open('c', '400 {"error":"access_denied"}')} @1s`,
  },
});

test.each([
  ['urn%253Aietf%253Aparams%253Aoauth%253Arequest_uri%253Au-0f-this-l0gin', 'it was encoded twice'],
  ['urn:ietf:params:oauth:request_uri:u-0f', 'it was cut off after 38 of 49 characters'],
  ['urn:ietf:params:oauth:request_uri:an0ther', undefined],
])('the proof says how %s came about', (uri, difference) => {
  const { flows } = analyze(fromTraceText(`${pushUrn}\n${openUrn(uri)} @1s`));
  expect(flows.at(-1)?.verdict.causes[0]?.proof).toEqual({
    kind: 'values',
    difference,
    rows: [
      { label: 'given', at: { exchange: 'e1', part: 'response_json', name: 'request_uri' } },
      { label: 'sent', at: { exchange: 'e2', part: 'query', name: 'request_uri' } },
    ],
  });
});
