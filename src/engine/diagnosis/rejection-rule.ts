import type { Source } from '../oauth/source.ts';
import { answerProof } from './proofs.ts';
import { rejectionsOf, type Rejection } from './rejection.ts';
import type { Severity } from './report.ts';
import { tokenAt } from './token-at.ts';
import { defineRule, fail, pass, type Rule } from './rule.ts';

interface RejectionRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly sources: readonly Source[];
  readonly rejection: Rejection;
  readonly weight: number;
  readonly sentence: string;
}

/** A rule that fails when a resource refused a token for one reason. */
export function defineRejectionRule({ rejection, weight, sentence, ...meta }: RejectionRule): Rule {
  return defineRule({
    ...meta,
    needs: ['flow', 'progress'],
    check({ flow, progress: { failure } }) {
      const refused = rejectionsOf(flow).filter(({ why }) => why === rejection);
      const last = refused.at(-1);
      if (last === undefined) return pass;
      const { exchange, error } = last.call;
      const sent = tokenAt(last.call);
      const answer = error?.at ?? ({ exchange: exchange.id, part: 'status', name: '' } as const);
      if (failure?.message !== last.call) return fail([sent, answer]);
      return fail([sent, answer], {
        suspicion: {
          cause: 'access_token_invalid',
          weight,
          sentence,
          evidence: [sent, answer],
          proof: answerProof(['token sent', sent], ['answer', answer]),
        },
      });
    },
  });
}
