import { checkRule } from '../../../testing/check-rule.ts';

const first = (endpoint: string): string =>
  `POST ${endpoint} grant_type=refresh_token&client_id=c&refresh_token=r1 -> 200 {"access_token":"t","refresh_token":"r2"}`;
const second = (endpoint: string, client: string): string =>
  `POST ${endpoint} grant_type=refresh_token&client_id=${client}&refresh_token=r2`;
const refused = '-> 400 {"error":"invalid_grant"}';
const [a, b] = ['a', 'b'].map((realm) => `https://sso.test/realms/${realm}/protocol/openid-connect/token`);

checkRule('refresh-wrong-client-or-issuer', {
  fails: {
    'another client': {
      trace: `${first('https://op.test/token')}\n${second('https://op.test/token', 'd')} ${refused}`,
      severity: 'error',
      cause: 'refresh_token_other_client',
    },
    'another tenant': {
      trace: `${first(a ?? '')}\n${second(b ?? '', 'c')} ${refused}`,
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'clients of one family share the token': {
      trace: `${first('https://op.test/token')}\n${second('https://op.test/token', 'd')} -> 200 {"access_token":"u"}`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'the same client at the same server': `${first('https://op.test/token')}\n${second('https://op.test/token', 'c')} ${refused}`,
    'the client is named in the header only': `${first('https://op.test/token')}\nPOST https://op.test/token [Authorization: Basic YzpzZWNyZXQ=] grant_type=refresh_token&refresh_token=r2 ${refused}`,
    'who issued the token was not seen': `${second('https://op.test/token', 'd')} ${refused}`,
  },
});
