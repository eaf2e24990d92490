import { checkRule } from '../../../testing/check-rule.ts';

const entra = 'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0/token';
const redeem = (description: string, url: string): string =>
  `POST ${url} grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 400 {"error":"invalid_request","error_description":"${description}"}`;

checkRule('client-platform-mismatch', {
  fails: {
    'a page redeems a code of “Web” (Entra ID)': {
      trace: redeem(
        'AADSTS9002326: Cross-origin token redemption is permitted only for the Single-Page Application client-type.',
        entra,
      ),
      severity: 'error',
      cause: 'client_auth_method_wrong',
    },
    'a server redeems a code of “Single-page application” (Entra ID)': {
      trace: redeem(
        'AADSTS9002327: Tokens issued for the Single-Page Application client-type may only be redeemed via cross-origin requests.',
        entra,
      ),
      severity: 'error',
      cause: 'client_auth_method_wrong',
    },
    'a page without PKCE (Okta)': {
      trace: redeem(
        'Browser requests to the token endpoint must use Proof Key for Code Exchange.',
        'https://dev-1.okta.com/oauth2/v1/token',
      ),
      severity: 'error',
      cause: 'pkce_required',
    },
  },
  silent: {
    'another number that begins alike': redeem('AADSTS90023261: Something else.', entra),
    'the browser kept the answer away, which may have other reasons':
      'POST https://op.test/token [Origin: https://app.test] grant_type=authorization_code&client_id=c&code=k1 -> net::ERR_FAILED',
  },
});
