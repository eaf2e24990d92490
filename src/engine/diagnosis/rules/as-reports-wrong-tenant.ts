import { rfc } from '../../oauth/source.ts';
import { saidOf } from '../client-refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

/** Words with which servers say that something is not in the tenant that was asked. */
const notInTenant =
  /\b(?:application|client|user|account)\b.{0,120}\b(?:not found|does not exist|doesn't exist|unknown)\b.{0,60}\b(?:tenant|directory|realm|organi[sz]ation)/i;

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
  needs: ['failure', 'said'],
  check({ failure: { error, message, place }, said }) {
    if (error === undefined) return notApplicable;
    const words = error.description ?? '';
    const isTold = saidOf(said, 'tenant_mismatch') >= 0.6;
    if (!isTold && !notInTenant.test(words)) return notApplicable;
    const asked = {
      exchange: message.exchange.id,
      part: place === 'authorization_response' ? 'redirect' : 'url',
      name: '',
    } as const;
    const evidence = [error.descriptionAt ?? error.at, asked];
    if (isTold) return fail(evidence);
    return fail(evidence, {
      suspicion: {
        cause: 'tenant_mismatch',
        weight: 0.6,
        evidence,
        sentence: 'The client or user is not in the tenant that was asked.',
        fix: 'Correct the tenant in the URL, or register the app (or invite the user) in this tenant.',
        decidedBy: 'Look up in which tenant the client is registered.',
      },
    });
  },
});
