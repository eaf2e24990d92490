import { rfc } from '../../oauth/source.ts';
import { missingAnswer } from '../missing-answer.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const endpointUnreachable = defineRule({
  id: 'endpoint-unreachable',
  title: 'No answer came from the authorization server',
  severity: 'error',
  why: 'DNS, a refused connection, a certificate, a proxy or an extension stood between the browser and the server.',
  fix: 'Open the address in a tab of its own; then check DNS, firewall, proxy and the certificate on the way to it.',
  sources: [
    rfc(6749, '3.2'),
    { title: 'Fetch: network error', url: 'https://fetch.spec.whatwg.org/#concept-network-error' },
  ],
  needs: ['failure', 'preflights'],
  check({ failure, preflights }) {
    const { place, message } = failure;
    const { exchange } = message;
    const missing = missingAnswer(exchange, preflights);
    if (missing === undefined || missing.kind === 'blocked' || missing.kind === 'policy')
      return notApplicable;
    const suspicion = {
      cause: 'network_failure',
      evidence: [missing.at],
      proof: answerProof(['browser', missing.at]),
    } as const;
    switch (missing.kind) {
      case 'network':
        if (place === 'callback') {
          return fail([missing.at], {
            title: 'The app’s callback address could not be loaded',
            suspicion: {
              ...suspicion,
              weight: 0.85,
              sentence: `The answer went to the app’s callback, which the browser could not load: ${wordsOf(exchange.networkError) ?? 'the address cannot be reached'}.`,
              fix: 'Start the app where its redirect_uri points to, or register and send the address at which it listens.',
            },
          });
        }
        return fail([missing.at], {
          suspicion: {
            ...suspicion,
            weight: missing.isProven ? 0.95 : 0.8,
            sentence: sentenceOf(exchange.networkError ?? ''),
          },
        });
      case 'cancelled':
        return fail([missing.at], {
          severity: 'info',
          title: 'A request was cancelled before its answer was read',
          suspicion: {
            ...suspicion,
            weight: 0.5,
            sentence: 'The request was cancelled before its answer was read: by the page, or by leaving it.',
          },
        });
      case 'either':
        return fail([missing.at], {
          severity: 'info',
          title: 'The authorization server may be out of reach',
          suspicion: { ...suspicion, weight: 0.3 },
        });
    }
  },
});

const classes: readonly (readonly [error: RegExp, words: string])[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/, 'the name of the host is not known (DNS)'],
  [/CERT|SSL/, 'its certificate or TLS is not accepted'],
  [/REFUSED/, 'nothing listens at the address'],
  [/TIMED_OUT|TIMEOUT/, 'it took too long'],
  [/PROXY|TUNNEL/, 'the proxy failed'],
  [/INTERNET|OFFLINE/, 'the computer is offline'],
  [/BLOCKED_BY_CLIENT/, 'an extension of the browser blocked the request'],
  [/BLOCKED_BY_ADMINISTRATOR/, 'a policy of the browser blocked the request'],
];

function wordsOf(error = ''): string | undefined {
  return classes.find(([pattern]) => pattern.test(error))?.[1];
}

function sentenceOf(error: string): string {
  const words = wordsOf(error);
  return words === undefined ? 'No answer arrived.' : `No answer arrived: ${words}.`;
}
