import { stringMember, stringsMember } from '../../http/json.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { oidcCore } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const idTokenAudAzp = defineRule({
  id: 'id-token-aud-azp',
  title: 'The ID token was issued to another client',
  severity: 'error',
  why: 'A client must refuse an ID token whose audience it is not.',
  fix: 'Use the client_id that the token was issued for; look for two registrations that were mixed up.',
  sources: [oidcCore('2', 'IDToken'), oidcCore('3.1.3.7', 'IDTokenValidation')],
  needs: ['idTokens', 'flow'],
  check({ idTokens: [first], flow }) {
    const { claims, at, message } = first;
    const clientId =
      flow.authorizationRequest?.params.get('client_id') ??
      (message.kind === 'token_request' ? message.authentication.clientId : undefined);
    const single = stringMember(claims, 'aud');
    const audience = single === undefined ? stringsMember(claims, 'aud') : [single];
    if (clientId === undefined || audience === undefined) return notApplicable;
    const invalid = {
      suspicion: {
        cause: 'id_token_invalid',
        weight: 0.96,
        evidence: [at],
        sentence: 'The ID token was issued to another client.',
      },
    } as const;
    const isClient = (value: string): boolean => sameValue(value, clientId) !== false;
    const party = stringMember(claims, 'azp');
    if (!audience.some(isClient)) {
      // Google gives a native app a token for its server: azp is the app, aud the server.
      return party !== undefined && isClient(party) ? fail([at], { severity: 'info' }) : fail([at], invalid);
    }
    if (party !== undefined && !isClient(party)) return fail([at], invalid);
    return pass;
  },
});
