import { checkRule } from '../../../testing/check-rule.ts';

const push = `POST https://op.test/par client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 201 {"request_uri":"urn:x:1","expires_in":60} @0s`;
const open = (client: string, answer: string): string =>
  `GET https://op.test/authorize?client_id=${client}&request_uri=urn:x:1 -> ${answer}`;
const refused = '400 {"error":"invalid_request_uri"}';

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
