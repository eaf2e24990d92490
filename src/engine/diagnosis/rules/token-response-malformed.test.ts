import { checkRule } from '../../../testing/check-rule.ts';

const call = (body: string, grant = 'client_credentials'): string =>
  `POST https://op.test/token grant_type=${grant}&client_id=c -> 200 ${body}`;
const used = '\nGET https://op.test/userinfo [Authorization: Bearer t] -> 200 {"sub":"u"}';

checkRule('token-response-malformed', {
  fails: {
    'no token_type': { trace: call('{"access_token":"t"}'), severity: 'warning', cause: undefined },
    'no token_type, and the app does not mind': {
      trace: call('{"access_token":"t"}') + used,
      severity: 'info',
      cause: undefined,
    },
    'tokens and an error': {
      trace: call('{"access_token":"t","token_type":"Bearer","error":"server_error"}'),
      severity: 'error',
      cause: undefined,
    },
    'a life of nothing': {
      trace: call('{"access_token":"t","token_type":"Bearer","expires_in":0}'),
      severity: 'warning',
      cause: undefined,
    },
    'a life in text': {
      trace: call('{"access_token":"t","token_type":"Bearer","expires_in":"3600"}'),
      severity: 'info',
      cause: undefined,
    },
    'an exchanged token without its type': {
      trace: call(
        '{"access_token":"t","token_type":"Bearer"}',
        'urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x&subject_token_type=urn:ietf:params:oauth:token-type:access_token',
      ),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a token that is exchanged for no token for APIs (RFC 8693 §2.2.1)': call(
      '{"access_token":"t","token_type":"N_A","issued_token_type":"urn:ietf:params:oauth:token-type:saml2"}',
      'urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x&subject_token_type=urn:ietf:params:oauth:token-type:access_token',
    ),
    'as it should be': call('{"access_token":"t","token_type":"bearer","expires_in":3600}'),
    'a type in any letter case': call('{"access_token":"t","token_type":"BEARER"}'),
    'no life at all': call('{"access_token":"t","token_type":"Bearer"}'),
    'a form (older GitHub)': call('access_token=t&scope=repo'),
    'a token in a member of the vendor’s own (Slack)': call('{"ok":true,"authed_user":{"access_token":"t"}}'),
    'Shopify names no type': call('{"access_token":"t","scope":"read_orders"}').replace(
      'op.test/token',
      'acme.myshopify.com/admin/oauth/access_token',
    ),
    'a refusal': call('{"error":"invalid_grant"}'),
  },
});
