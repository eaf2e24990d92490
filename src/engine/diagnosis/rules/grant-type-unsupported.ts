import { stringsMember } from '../../http/json.ts';
import { grantTypeMeant, grantTypeNamed } from '../../oauth/grant-types.ts';
import { rfc } from '../../oauth/source.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const grantTypeUnsupported = defineRule({
  id: 'grant-type-unsupported',
  title: 'The grant_type is misspelt, or the server does not support it',
  severity: 'error',
  why: 'A server compares grant_type character for character with the grants it knows.',
  fix: 'Send the registered value exactly, and enable that grant at the server.',
  sources: [rfc(6749, '4.5'), rfc(6749, '5.2'), rfc(8414, '2')],
  needs: ['tokenCall', 'surroundings'],
  check({ tokenCall: request, surroundings }) {
    const { grantType, error } = request;
    if (!isRefused(request)) return notApplicable;
    const evidence = [at(request, 'grant_type')];
    // A URN or URL is an extension, of which only the server knows whether it exists.
    const isUnknown = grantTypeNamed(grantType) === undefined && !grantType.includes(':');
    const meant = isUnknown ? grantTypeMeant(grantType) : undefined;
    const sentence =
      meant === undefined
        ? `The authorization server does not support the grant_type “${grantType}”.`
        : `The grant_type “${grantType}” is misspelt: it is to be “${meant}”.`;
    const suspicion = { cause: 'grant_type_unsupported', evidence, sentence } as const;
    if (error?.code === 'unsupported_grant_type')
      return fail(evidence, { suspicion: { ...suspicion, weight: 0.97 } });
    if (isUnknown) return fail(evidence, { suspicion: { ...suspicion, weight: 0.6 } });
    const offered = stringsMember(
      surroundings.metadataAt(request.exchange.url)?.document,
      'grant_types_supported',
    );
    // Many servers leave refresh_token out of the list.
    if (offered === undefined || offered.includes(grantType) || grantType === 'refresh_token') return pass;
    return fail(evidence, {
      severity: 'warning',
      title: 'The server’s discovery document does not list this grant_type',
      suspicion: { ...suspicion, weight: 0.3 },
    });
  },
});
