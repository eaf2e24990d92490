import { providerById } from '../../providers/index.ts';
import { siblingTenants, type SiblingTenants } from '../../providers/sibling-tenants.ts';
import { tenantPath } from '../../providers/tenant-path.ts';
import { hostOf, urlParts } from '../../http/url.ts';
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
  needs: ['authorizationRequest', 'tokenRequest', 'flow', 'surroundings'],
  check({ authorizationRequest, tokenRequest, flow, surroundings }) {
    // Two regions serve one login as often as not: only a code that went from one to the other tells.
    const code = flow.authorizationResponse?.params.get('code');
    if (code !== undefined && code !== tokenRequest.params.get('code')) return notApplicable;
    const [asked, redeemed] = [authorizationRequest.endpoint, tokenRequest.endpoint];
    // With a discovery document the other rule proves it, either way.
    if (surroundings.metadataAt(authorizationRequest.exchange.url) !== undefined) return notApplicable;
    const siblings =
      siblingTenants(asked, redeemed) ??
      (isRefused(tokenRequest) ? siblingPorts(asked, redeemed) : undefined);
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

/**
 * Servers on one host that differ in their port, as in development. Only looked for after a refusal: one server may
 * well use two ports.
 */
function siblingPorts(asked: string, redeemed: string): SiblingTenants | undefined {
  const [a, b] = [urlParts(asked), urlParts(redeemed)];
  const isSibling = a.host === b.host && a.port !== b.port && tenantPath(a.path) === tenantPath(b.path);
  return isSibling ? { differing: [hostOf(asked), hostOf(redeemed)] } : undefined;
}
