import { dpopFault } from '../../oauth/dpop-proof.ts';
import type { Message, ResourceCall } from '../../oauth/message.ts';
import type { OAuthError } from '../../oauth/error.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { serverTime } from '../server-clock.ts';
import { wordsProof } from '../trees/hints.ts';

/** The proof names the URL that the browser called; the server expects another. */
const rewritten = {
  sentence:
    'The DPoP proof names the URL that was called, and the server holds it for another: something before the server changes the URL.',
  fix: 'Let the proxy before the server pass on host and scheme (X-Forwarded-Host, X-Forwarded-Proto), and let the server trust it.',
} as const;

const code = 'invalid_dpop_proof';

export const dpopProofInvalid = defineRule({
  id: 'dpop-proof-invalid',
  title: 'The server refuses the DPoP proof',
  severity: 'error',
  why: 'A proof is made for one request: its method, its URL, its token and a key in its header.',
  fix: 'Make a fresh proof for every request, with its exact method and URL, the hash of the access token and the current nonce.',
  sources: [rfc(9449, '4.2'), rfc(9449, '4.3')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const refused =
      failure?.error?.code === code
        ? { message: failure.message, error: failure.error }
        : flow.messages.flatMap(refusedCall).at(-1);
    if (refused === undefined) return notApplicable;
    const { message, error } = refused;
    const { exchange } = message;
    const evidence = [{ exchange: exchange.id, part: 'request_header', name: 'dpop' }, error.at] as const;
    const earlier = flow.messages
      .map((each) => each.exchange)
      .filter(({ id, startedAt }) => id !== exchange.id && startedAt <= exchange.startedAt);
    const token = 'accessToken' in message ? message.accessToken : undefined;
    const fault = exchange.known.requestHeaders
      ? dpopFault(exchange, { accessToken: token, serverTime: serverTime(exchange), earlier })
      : undefined;
    // An API that refuses a call leaves the login as it was.
    if (failure?.message !== message)
      return fail(evidence, fault === undefined ? {} : { title: `The API refuses the DPoP proof: ${fault}` });
    return fail(evidence, {
      suspicion: {
        cause: 'dpop_invalid',
        weight: 0.97,
        evidence,
        proof: wordsProof(failure),
        ...(fault !== undefined
          ? { sentence: `The DPoP proof does not fit the request: ${fault}.` }
          : exchange.known.requestHeaders && /htu|\bur[li]\b/i.test(error.description ?? '')
            ? rewritten
            : {}),
      },
    });
  },
});

function refusedCall(
  message: Message,
): readonly { readonly message: ResourceCall; readonly error: OAuthError }[] {
  return message.kind === 'resource_call' && message.error?.code === code
    ? [{ message, error: message.error }]
    : [];
}
