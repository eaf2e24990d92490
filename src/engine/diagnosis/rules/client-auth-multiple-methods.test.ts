import { checkRule } from '../../../testing/check-rule.ts';

const basic = (credentials: string): string => `[Authorization: Basic ${btoa(credentials)}] `;
const call = (header: string, form: string, answer: string): string =>
  `POST https://op.test/token ${header}grant_type=client_credentials${form} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('client-auth-multiple-methods', {
  fails: {
    'header and form, refused as invalid_client': {
      trace: call(basic('c:s'), '&client_id=c&client_secret=s', refused),
      severity: 'error',
      cause: 'client_auth_multiple',
      says: /client_secret_basic and client_secret_post/,
    },
    'header and form, refused as invalid_request': {
      trace: call(basic('c:s'), '&client_secret=s', '-> 400 {"error":"invalid_request"}'),
      severity: 'error',
      cause: 'client_auth_multiple',
    },
    'the server let it pass': {
      trace: call(basic('c:s'), '&client_secret=s', issued),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'the client_id beside a header only identifies': call(basic('c:s'), '&client_id=c', refused),
    'an empty client_secret counts as omitted': call(basic('c:s'), '&client_id=c&client_secret=', refused),
    'an empty secret in the header counts as omitted': call(basic('c:'), '&client_secret=s', refused),
    'a DPoP proof authenticates no client': call('[DPoP: a.b.c] ', '&client_id=c&client_secret=s', refused),
    'no authentication at all': call('', '&client_id=c', refused),
  },
});
