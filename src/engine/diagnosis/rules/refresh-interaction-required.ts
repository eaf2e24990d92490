import { stringMember } from '../../http/json.ts';
import { readingOf } from '../../http/reading.ts';
import { interactionHints } from '../../oauth/interaction.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { saidFirst } from '../said.ts';
import type { Suspicion } from '../suspicion.ts';
import { wordsProof } from '../trees/hints.ts';

export const refreshInteractionRequired = defineRule({
  id: 'refresh-interaction-required',
  title: 'The token request was refused because the user has to do something first',
  severity: 'error',
  why: 'A policy asks for a sign-in, a second factor or a consent, which no token request can give; the token is not too old.',
  fix: 'Send the user through an interactive login that carries the claims (or acr_values) of the answer.',
  sources: [oidcCore('3.1.2.6', 'AuthError'), rfc(9470, '4')],
  needs: ['failure', 'said'],
  check({ failure, said: words }) {
    const { message, error, place } = failure;
    if (place !== 'token_endpoint' || message.kind !== 'token_request' || error === undefined)
      return notApplicable;
    const body = readingOf(message.exchange).responseJson();
    const hint = interactionHints.find(({ member, says }) => says.test(stringMember(body, member) ?? ''));
    const code = interactionCodes.find((each) => each === error.code);
    const said = saidFirst(words, ['interaction_required', 'consent_required']);
    if (hint === undefined && code === undefined && said === undefined) return notApplicable;
    const suspicion: Suspicion = {
      cause: said?.cause ?? code ?? 'interaction_required',
      weight: 0.96,
      evidence:
        hint === undefined
          ? [error.at]
          : [error.at, { exchange: message.exchange.id, part: 'response_json', name: hint.member }],
      proof: wordsProof(failure),
    };
    return fail(suspicion.evidence, { suspicion });
  },
});

const interactionCodes = ['interaction_required', 'login_required', 'consent_required'] as const;
