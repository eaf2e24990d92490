import { rfc } from '../../oauth/source.ts';
import { saidOf } from '../client-refusal.ts';
import { answersToNativeApp, isOfPublicPage } from '../client-profile.ts';
import { at, cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const pkceMissing = defineRule({
  id: 'pkce-missing',
  title: 'The authorization code is not protected by PKCE',
  severity: 'info',
  why: 'Without PKCE a code that is stolen or injected can be redeemed by whoever has it; public clients must use it, and all others should.',
  fix: 'Switch PKCE with S256 on in the client library; most do it by default.',
  sources: [rfc(9700, '2.1.1'), rfc(7636, '4'), rfc(8252, '8.1')],
  needs: ['authorizationRequest', 'flow', 'said'],
  check({ authorizationRequest, flow, said }) {
    const { params, carrier } = authorizationRequest;
    if (params.get('response_type')?.split(' ').includes('code') !== true) return notApplicable;
    if (params.get('code_challenge') !== undefined) return pass;
    if (carrier === 'by_reference' || carrier === 'hidden_request_object')
      return cannotTell('The parameters of the authorization request are not in the open.');
    const evidence = [at(authorizationRequest, 'code_challenge')];
    const weight = saidOf(said, 'pkce_required');
    if (weight >= 0.85) {
      return fail(evidence, {
        severity: 'error',
        title: 'The server demands PKCE, and the authorization request has no code_challenge',
        suspicion: { cause: 'pkce_required', weight: Math.max(weight, 0.95), evidence },
      });
    }
    const isPublic = flow.redemptions.some(
      (call) => isOfPublicPage(call, authorizationRequest) && call.params.get('code_verifier') === undefined,
    );
    // The server of a native app may redeem the code with a secret.
    const isNative =
      answersToNativeApp(authorizationRequest) &&
      !flow.redemptions.some(({ authentication }) => authentication.methods.length > 0);
    return fail(evidence, isPublic || isNative ? { severity: 'warning' } : {});
  },
});
