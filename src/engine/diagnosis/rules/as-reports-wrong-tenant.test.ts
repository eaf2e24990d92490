import { checkRule } from '../../../testing/check-rule.ts';

const entra = 'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0';
const call = (url: string, code: string, description: string): string =>
  `POST ${url}/token grant_type=client_credentials&client_id=c&client_secret=s -> 400 {"error":"${code}","error_description":"${description}"}`;

checkRule('as-reports-wrong-tenant', {
  fails: {
    'the application is not in the directory (Entra ID)': {
      trace: call(
        entra,
        'unauthorized_client',
        "AADSTS700016: Application with identifier 'c' was not found in the directory 'Contoso'.",
      ),
      severity: 'error',
      cause: 'client_unknown',
    },
    'the tenant does not exist (Entra ID)': {
      trace: call(entra, 'invalid_request', "AADSTS90002: Tenant 'contoso' not found."),
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'an unknown server says so': {
      trace: call('https://op.test', 'invalid_client', 'The client does not exist in this realm'),
      severity: 'error',
      cause: 'client_unknown',
    },
  },
  silent: {
    'the secret is what is refused': call(
      entra,
      'invalid_client',
      'AADSTS7000215: Invalid client secret provided.',
    ),
    'the client is unknown, and no tenant is named': call(
      'https://op.test',
      'invalid_client',
      'The client does not exist',
    ),
  },
});
