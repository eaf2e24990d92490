import { stringMember } from '../../http/json.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const jwtSignatureInvalid = defineRule({
  id: 'jwt-signature-invalid',
  title: 'The ID token is not signed',
  severity: 'error',
  why: 'Nothing but its signature says who issued a token that comes through the browser.',
  fix: 'Register an asymmetric id_token_signed_response_alg (RS256 is the default), and refuse “none”.',
  sources: [oidcCore('3.1.3.7', 'IDTokenValidation'), rfc(8725, '3.1')],
  needs: ['idTokens', 'flow'],
  check({ idTokens, flow }) {
    const unsigned = idTokens.find(({ header }) => (stringMember(header, 'alg') ?? 'none') === 'none');
    // From the token endpoint it is authentic by TLS, and allowed where it was registered.
    if (unsigned !== undefined)
      return fail([unsigned.at], unsigned.from === 'authorization_response' ? {} : { severity: 'info' });
    const shared = idTokens.find(({ header }) => stringMember(header, 'alg')?.startsWith('HS') === true);
    if (shared === undefined) return pass;
    const calls = [...flow.redemptions, ...flow.refreshes];
    if (calls.length === 0 || calls.some(({ authentication }) => authentication.methods.length > 0))
      return notApplicable;
    return fail([shared.at], {
      severity: 'warning',
      title: 'The ID token is signed with a secret that a client without one cannot check',
    });
  },
});
