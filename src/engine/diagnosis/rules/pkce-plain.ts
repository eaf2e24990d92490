import { stringsMember } from '../../http/json.ts';
import { verifierMatches } from '../../oauth/pkce.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const pkcePlain = defineRule({
  id: 'pkce-plain',
  title: 'PKCE is used with the method plain',
  severity: 'warning',
  why: 'With plain the challenge is the verifier, so whoever sees the authorization request can redeem the code.',
  fix: 'Send code_challenge_method=S256 and the hash of the verifier as code_challenge.',
  sources: [rfc(7636, '4.2'), rfc(7636, '7.2'), rfc(9700, '2.1.1')],
  needs: ['authorizationRequest', 'progress', 'flow', 'surroundings'],
  check({ authorizationRequest, progress, flow, surroundings }) {
    const { params, exchange } = authorizationRequest;
    const challenge = params.get('code_challenge');
    if (challenge === undefined) return notApplicable;
    const method = params.get('code_challenge_method');
    const evidence = [at(authorizationRequest, 'code_challenge_method')];
    const isAccepted = progress.outcome === 'succeeded';
    const suspect = (sentence: string, weight: number) => ({
      suspicion: { cause: 'request_malformed', weight, sentence, evidence } as const,
    });
    if (method !== undefined && method !== 'plain' && method !== 'S256') {
      const title = 'The code_challenge_method is one that no server knows';
      return fail(evidence, {
        title,
        severity: isAccepted ? 'warning' : 'error',
        ...(progress.failure?.place === 'token_endpoint'
          ? {}
          : suspect(
              `The code_challenge_method is “${method.slice(0, 20)}”; it must be S256, spelt so.`,
              0.9,
            )),
      });
    }
    const supported = stringsMember(
      surroundings.metadataAt(exchange.url)?.document,
      'code_challenge_methods_supported',
    );
    if (supported !== undefined && !supported.includes(method ?? 'plain')) {
      const title = 'The code_challenge_method is none that the server supports';
      return fail(evidence, {
        title,
        severity: isAccepted ? 'warning' : 'error',
        ...(progress.failure?.place === 'token_endpoint' ? {} : suspect(`${title}.`, 0.9)),
      });
    }
    if (method === 'S256') return pass;
    const verifier = flow.redemptions.at(-1)?.params.get('code_verifier');
    const isHash =
      method === undefined && verifier !== undefined && verifierMatches(verifier, challenge, 'S256') === true;
    return fail(
      evidence,
      isHash ? { title: 'The code_challenge is a hash, and code_challenge_method does not say so' } : {},
    );
  },
});
