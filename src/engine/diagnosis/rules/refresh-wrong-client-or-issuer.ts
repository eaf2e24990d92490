import { sameTenant } from '../../providers/same-tenant.ts';
import { rfc } from '../../oauth/source.ts';
import { authoritiesProof, valuesProof } from '../proofs.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const refreshWrongClientOrIssuer = defineRule({
  id: 'refresh-wrong-client-or-issuer',
  title: 'The refresh token is used with another client or at another server than it was issued to and by',
  severity: 'error',
  why: 'A refresh token is bound to the client it was issued to and known only to the server that issued it.',
  fix: 'Store issuer and client_id beside the token, and use both when refreshing.',
  sources: [rfc(6749, '6'), rfc(6749, '5.2'), rfc(9700, '4.14')],
  needs: ['refresh', 'refreshTokenIssue', 'surroundings'],
  check({ refresh, refreshTokenIssue: issue, surroundings }) {
    const [issued, used] = [issue.authentication.clientId, refresh.authentication.clientId];
    const refused = isGrantRefused(refresh) || refresh.error?.code === 'invalid_client';
    if (issued !== undefined && used !== undefined && issued !== used) {
      const evidence = [at(issue, 'client_id'), at(refresh, 'client_id')] as const;
      // Some vendors let a family of clients share refresh tokens.
      if (!refused) return fail(evidence, { severity: 'info' });
      return fail(evidence, {
        suspicion: {
          cause: 'refresh_token_other_client',
          weight: 0.95,
          sentence: 'The refresh token was issued to another client_id than the one that uses it.',
          evidence,
          proof: valuesProof(undefined, ['token issued to', evidence[0]], ['token used by', evidence[1]]),
        },
      });
    }
    const relation = sameTenant(
      { url: issue.exchange.url, metadata: surroundings.metadataAt(issue.exchange.url) },
      { url: refresh.exchange.url, metadata: surroundings.metadataAt(refresh.exchange.url) },
    );
    if (relation === 'possible') return notApplicable;
    if (relation !== 'different' && relation !== 'sibling') return pass;
    const evidence = [
      { exchange: issue.exchange.id, part: 'url', name: '' },
      { exchange: refresh.exchange.id, part: 'url', name: '' },
    ] as const;
    if (!refused) return fail(evidence, { severity: 'info' });
    return fail(evidence, {
      suspicion: {
        cause: 'tenant_mismatch',
        weight: relation === 'different' ? 0.95 : 0.85,
        sentence: 'The refresh token was issued by one tenant and used at another.',
        evidence,
        proof: authoritiesProof(
          ['refresh token issued by', evidence[0], issue.endpoint],
          ['refresh token used at', evidence[1], refresh.endpoint],
        ),
      },
    });
  },
});
