import { rfc } from '../../oauth/source.ts';
import { missingAnswer } from '../missing-answer.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const tokenEndpointCorsBlocked = defineRule({
  id: 'token-endpoint-cors-blocked',
  title: 'The browser kept the server’s answer from the page (CORS)',
  severity: 'error',
  why: 'A page may read an answer of another origin only if the answer allows it.',
  fix: 'Register the app’s origin at the authorization server (allowed web origins, or a single-page-app platform), leave out headers it does not need, or redeem the code on a server.',
  sources: [
    { title: 'Fetch: CORS protocol', url: 'https://fetch.spec.whatwg.org/#http-cors-protocol' },
    rfc(9700, '2.6'),
  ],
  needs: ['failure', 'preflights'],
  check({ failure, preflights }) {
    const missing = missingAnswer(failure.message.exchange, preflights);
    if (missing === undefined || (missing.kind !== 'blocked' && missing.kind !== 'either'))
      return notApplicable;
    const { at, words, fix } = missing;
    return fail([at], {
      ...(missing.isProven
        ? {}
        : { title: 'The browser gave the page no answer, most likely because of CORS' }),
      suspicion: {
        cause: 'cors_blocked',
        weight: missing.isProven ? 0.97 : 0.7,
        evidence: [at],
        proof: answerProof(['browser', at]),
        ...(fix === undefined ? {} : { fix }),
        ...(words === undefined
          ? {}
          : { sentence: `The browser kept the server’s answer from the page: ${words}.` }),
      },
    });
  },
});
