import { providerById } from '../../providers/index.ts';
import { siblingTenants } from '../../providers/sibling-tenants.ts';
import { rfc } from '../../oauth/source.ts';
import { authoritiesProof } from '../proofs.ts';
import { isRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const tenantSiblingAuthorizeToken = defineRule({
  id: 'tenant-sibling-authorize-token',
  title: 'Authorization and token requests look as if they went to two tenants of one provider',
  severity: 'error',
  why: 'A code is known only to the tenant that issued it, and so mostly is the client.',
  fix: 'Use one tenant for both requests, from one setting.',
  sources: [rfc(6749, '2.2'), rfc(6749, '5.2')],
  needs: ['authorizationRequest', 'tokenRequest', 'surroundings'],
  check({ authorizationRequest, tokenRequest, surroundings }) {
    const [asked, redeemed] = [authorizationRequest.endpoint, tokenRequest.endpoint];
    // With a discovery document the other rule proves it, either way.
    if (surroundings.metadataAt(asked) !== undefined) return notApplicable;
    const siblings = siblingTenants(asked, redeemed);
    if (siblings === undefined) return pass;
    const anyTenant = providerById(surroundings.authority(asked).provider).anyTenant ?? [];
    if (siblings.differing.some((name) => anyTenant.includes(name.toLowerCase()))) return pass;
    const evidence = [
      { exchange: authorizationRequest.exchange.id, part: 'url', name: '' },
      { exchange: tokenRequest.exchange.id, part: 'url', name: '' },
    ] as const;
    if (!isRefused(tokenRequest)) return fail(evidence, { severity: 'warning' });
    const [one, other] = siblings.differing;
    return fail(evidence, {
      suspicion: {
        cause: 'tenant_mismatch',
        weight: 0.85,
        sentence: `The login ran at tenant “${one}” and the code was redeemed at tenant “${other}”.`,
        evidence,
        proof: authoritiesProof(
          ['authorization request', evidence[0], asked],
          ['token request', evidence[1], redeemed],
        ),
      },
    });
  },
});
