import { checkRule } from '../../../testing/check-rule.ts';

const form = 'grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb';
const json = '{"grant_type":"authorization_code","client_id":"c","code":"k"}';
const refused = '-> 400 {"error":"invalid_request"}';
const issued = '-> 200 {"access_token":"t"}';

checkRule('token-request-malformed', {
  fails: {
    'JSON where a form is due': {
      trace: `POST https://op.test/token ${json} -> 400 {"error":"unsupported_grant_type"}`,
      severity: 'error',
      cause: 'grant_type_unsupported',
    },
    'JSON and a server that finds no client': {
      trace: `POST https://op.test/token ${json} -> 401 {"error":"invalid_client"}`,
      severity: 'error',
      cause: 'content_type_wrong',
      says: /is in JSON/,
    },
    'parts where a form is due': {
      trace: `POST https://op.test/token [Content-Type: multipart/form-data; boundary=b] ${form} -> 400 {"error":"invalid_request"}`,
      severity: 'error',
      cause: 'content_type_wrong',
      says: /multipart\/form-data/,
    },
    'GET instead of POST': {
      trace: `GET https://op.test/token?${form} -> 405 {"error":"invalid_request"}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /is a GET/,
    },
    'parameters in the URL': {
      trace: `POST https://op.test/token?${form} ${refused}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /in the URL/,
    },
    'the code is missing': {
      trace: `POST https://op.test/token grant_type=authorization_code&client_id=c ${refused}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /has no code/,
    },
    'a page sends a secret in the URL': {
      trace: `POST https://op.test/token?client_secret=x ${form} ${issued}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'as the standard says': `POST https://op.test/token ${form} ${refused}`,
    'a server that takes JSON': `POST https://op.test/token ${json} ${issued}`,
    'the body was not captured': `POST https://op.test/token grant_type=authorization_code&client_id=c ${refused} unknown=requestBody`,
    'a grant that the server does not know, whatever it lacks': `POST https://op.test/token grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=c -> 400 {"error":"unsupported_grant_type"}`,
    'a preflight': `OPTIONS https://op.test/token -> 204 \nPOST https://op.test/token ${form} ${issued}`,
  },
});
