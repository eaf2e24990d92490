import { rfc } from '../../oauth/source.ts';
import type { Evidence } from '../../http/evidence.ts';
import type { Failure } from '../../flow/failure.ts';
import { compareEntered } from '../entered-tenant.ts';
import { saidOf, saysOtherwise } from '../client-refusal.ts';
import { authoritiesProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

/** Words with which servers say that something is not in the tenant that was asked. */
const notInTenant =
  /\b(?:application|client|user|account)\b.{0,120}\b(?:not found|does not exist|doesn't exist|unknown)\b.{0,60}\b(?:tenant|directory|realm|organi[sz]ation)/i;

const correctTenant =
  'Correct the tenant in the URL, or register the app (or invite the user) in this tenant.';

export const asReportsWrongTenant = defineRule({
  id: 'as-reports-wrong-tenant',
  title: 'The server says that the client or user is not in the tenant that was asked',
  severity: 'error',
  why: 'Clients and users exist in one tenant; in another the same id is unknown.',
  fix: 'Compare the tenant in the URL with the one where the app is registered and the user lives; register or invite them there, or correct the tenant.',
  sources: [
    rfc(6749, '4.1.2.1'),
    rfc(6749, '5.2'),
    {
      title: 'Microsoft Entra: authentication error codes',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
  ],
  needs: ['flow', 'failure', 'said', 'registration', 'surroundings'],
  check({ flow, failure, said, registration: { tenant }, surroundings }) {
    const { error, message, place } = failure;
    const asked = surroundings.authority(
      place === 'authorization_response' ? (flow.authorizationRequest?.endpoint ?? '') : message.exchange.url,
    );
    const where: Evidence = {
      exchange: message.exchange.id,
      part: place === 'authorization_response' ? 'redirect' : 'url',
      name: '',
    };
    if (
      tenant !== undefined &&
      asked.tenant !== undefined &&
      mayBeOfTenant(failure) &&
      !saysOtherwise(said, 'tenant_mismatch', 'client_unknown') &&
      compareEntered(tenant, asked) === 'differ'
    )
      return fail([where], {
        title: 'The request went to another tenant than the one that you entered as the client’s',
        suspicion: {
          cause: 'tenant_mismatch',
          // One directory may have several names.
          weight: saidOf(said, 'client_unknown') > 0 ? 0.98 : 0.9,
          evidence: [where],
          sentence: `The client is registered in the tenant “${tenant}”, and the request went to “${asked.tenant}”.`,
          proof: authoritiesProof(['refused', where, asked.tenant], ['registered', where, tenant]),
          fix: correctTenant,
          decidedBy: 'Look up in the server’s console whether both names are one tenant.',
        },
      });
    if (error === undefined) return notApplicable;
    const isTold = saidOf(said, 'tenant_mismatch') >= 0.6;
    if (!isTold && !notInTenant.test(error.description ?? '')) return notApplicable;
    const evidence = [error.descriptionAt ?? error.at, where];
    if (isTold) return fail(evidence);
    return fail(evidence, {
      suspicion: {
        cause: 'tenant_mismatch',
        weight: 0.6,
        evidence,
        sentence: 'The client or user is not in the tenant that was asked.',
        fix: correctTenant,
        decidedBy: 'Look up in which tenant the client is registered.',
      },
    });
  },
});

/** Whether a client of another tenant is refused so: it is unknown there, and so is its code; a page may say nothing. */
function mayBeOfTenant({ place, error }: Failure): boolean {
  if (place === 'callback' || place === 'userinfo' || place === 'logout' || place === 'discovery')
    return false;
  return error?.code === undefined
    ? place === 'authorization_endpoint'
    : /^(?:invalid_client|unauthorized_client|invalid_grant)$/.test(error.code);
}
