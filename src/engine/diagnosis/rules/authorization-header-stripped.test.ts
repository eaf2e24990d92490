import { checkRule } from '../../../testing/check-rule.ts';

const basic = (credentials: string): string => `[Authorization: Basic ${btoa(credentials)}] `;
const call = (header: string, form: string, description: string): string =>
  `POST https://op.test/token ${header}grant_type=client_credentials${form} -> 401 {"error":"invalid_client","error_description":"${description}"}`;
const missing = 'No client credentials found.';

checkRule('authorization-header-stripped', {
  fails: {
    'the server found none': {
      trace: call(basic('c:s'), '', missing),
      severity: 'error',
      cause: 'client_secret_missing',
      says: /although the request has an Authorization header/,
    },
    'behind a proxy': {
      trace: `${call(basic('c:s'), '', missing)} [Via: 1.1 gateway]`,
      severity: 'error',
      cause: 'client_secret_missing',
    },
  },
  silent: {
    'a redirect came first': `POST https://op.test/token ${basic('c:s')}grant_type=client_credentials -> 307 https://id.test/token\nPOST https://id.test/token grant_type=client_credentials -> 401 {"error":"invalid_client","error_description":"${missing}"}`,
    'no header was sent': call('', '&client_id=c', missing),
    'the header itself is broken': call(basic('c'), '', missing),
    'the server speaks of the secret': call(basic('c:s'), '', 'invalid client_secret'),
    'the words of the standard name every possibility (Ory Hydra)': call(
      basic('c:s'),
      '',
      'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
    ),
  },
});
