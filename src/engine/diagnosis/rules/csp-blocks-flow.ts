import { originOf } from '../../http/url.ts';
import { missingAnswer } from '../missing-answer.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const cspBlocksFlow = defineRule({
  id: 'csp-blocks-flow',
  title: 'The page’s own Content Security Policy blocks the call',
  severity: 'error',
  why: 'A page may call the origins only that connect-src of its policy lists; the browser stops all other calls before they are sent.',
  fix: 'Add the origin of the authorization server to connect-src in the page’s Content-Security-Policy.',
  sources: [{ title: 'CSP Level 3: connect-src', url: 'https://www.w3.org/TR/CSP3/#directive-connect-src' }],
  needs: ['failure', 'preflights'],
  check({ failure, preflights }) {
    const { exchange } = failure.message;
    const missing = missingAnswer(exchange, preflights);
    if (missing?.kind !== 'policy') return notApplicable;
    return fail([missing.at], {
      suspicion: {
        cause: 'network_failure',
        weight: 0.98,
        evidence: [missing.at],
        proof: answerProof(['browser', missing.at]),
        sentence: `The page’s own Content Security Policy does not let it call ${originOf(exchange.url)}, so nothing was sent.`,
      },
    });
  },
});
