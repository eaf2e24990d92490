import { checkRule } from '../../../testing/check-rule.ts';

const register = (answer: string, more = ''): string =>
  `POST https://op.test/register {"redirect_uris":["http://app.test/cb"]${more}} -> ${answer} kind=fetch`;
const login =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s';

checkRule('client-registration-failed', {
  fails: {
    'a redirect_uri is not accepted': {
      trace: register('400 {"error":"invalid_redirect_uri"}'),
      severity: 'error',
      cause: 'request_malformed',
      says: /refused to register the client: a redirect_uri is not acceptable/i,
    },
    'the metadata are not accepted': {
      trace: register(
        '400 {"error":"invalid_client_metadata","error_description":"token_endpoint_auth_method is unknown"}',
      ),
      severity: 'error',
      cause: 'request_malformed',
      says: /A member of the registration is not acceptable/,
    },
    'the software statement is not approved': {
      trace: register('400 {"error":"unapproved_software_statement"}', ',"software_statement":"a.b.c"'),
      severity: 'error',
      cause: 'request_malformed',
      says: /not approved at this server/,
    },
    'only who has an initial access token may register': {
      trace: register('401 {"error":"invalid_token"}'),
      severity: 'error',
      cause: 'access_token_invalid',
      says: /wants an initial access token, and the request has none/,
    },
    'the initial access token is not accepted': {
      trace: register('401 {"error":"invalid_client"}').replace(' {', ' [Authorization: Bearer x] {'),
      severity: 'error',
      cause: 'access_token_invalid',
      says: /does not accept the initial access token/,
    },
  },
  silent: {
    'a client is registered, with 200 in place of 201': `${register('200 {"client_id":"c"}')}\n${login}`,
    'a client is registered': `${register('201 {"client_id":"c","client_secret":"s","client_secret_expires_at":0}')}\n${login}`,
    'the server is overloaded': register('503 {"error":"temporarily_unavailable"}'),
  },
});
