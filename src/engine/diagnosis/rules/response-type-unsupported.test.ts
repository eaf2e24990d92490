import { checkRule } from '../../../testing/check-rule.ts';

const ask = (parameters: string): string =>
  `GET https://op.test/authorize?client_id=c&redirect_uri=https://app.test/cb&state=s${parameters}`;
const refused = (code: string): string => `-> 302 https://app.test/cb?error=${code}&state=s`;
const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","response_types_supported":["code","code id_token"]}';

checkRule('response-type-unsupported', {
  fails: {
    'the server says so': {
      trace: `${ask('&response_type=token')} ${refused('unsupported_response_type')}`,
      severity: 'error',
      cause: 'grant_type_not_allowed',
    },
    'response_type is missing': {
      trace: `${ask('')} ${refused('invalid_request')}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /no response_type/,
    },
    'a token is asked for in the query': {
      trace: `${ask('&response_type=id_token&response_mode=query&nonce=n')} ${refused('invalid_request')}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /token in the query/,
    },
    'metadata does not list it': {
      trace: `${metadata}\n${ask('&response_type=id_token&nonce=n')} ${refused('invalid_request')}`,
      severity: 'warning',
      cause: 'request_malformed',
    },
  },
  silent: {
    'it worked': `${metadata}\n${ask('&response_type=token')} -> 302 https://app.test/cb#access_token=t&token_type=bearer&state=s`,
    'the order of the words does not matter': `${metadata}\n${ask('&response_type=id_token+code&nonce=n')} ${refused('access_denied')}`,
    'a pushed request has it elsewhere': `${ask('&request_uri=urn:x:1')} ${refused('invalid_request')}`,
  },
});
