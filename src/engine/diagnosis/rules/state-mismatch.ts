import { decodeOnce } from '../../http/parameters.ts';
import { isOwnErrorPage } from '../../oauth/error-page.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { at, cannotTell, defineRule, fail, notApplicable, passBecause } from '../rule.ts';
import { valuesProof } from '../proofs.ts';

export const stateMismatch = defineRule({
  id: 'state-mismatch',
  title: 'The state in the answer is missing or is not the one of the request',
  severity: 'error',
  why: 'Clients reject an answer whose state they did not send; it may be forged.',
  fix: 'Keep one state for each login; avoid characters that a proxy alters; check that the callback runs on the origin that stored it.',
  sources: [rfc(6749, '4.1.2'), rfc(6749, '10.12')],
  rulesOut: 'state',
  needs: ['authorizationRequest', 'authorizationResponse', 'flow'],
  check({ authorizationRequest, authorizationResponse, flow }) {
    const sent = authorizationRequest.params.get('state');
    if (sent === undefined || authorizationResponse.carrier === 'encrypted_jwt') return notApplicable;
    const returned = authorizationResponse.params.get('state');
    if (sent === returned) return passBecause('returned as sent');
    if (returned === undefined && isOwnErrorPage(authorizationRequest, authorizationResponse))
      return notApplicable;
    if (returned !== undefined && sameValue(sent, returned) === undefined)
      return cannotTell('The state was redacted.');
    const evidence = [at(authorizationRequest, 'state'), at(authorizationResponse, 'state')] as const;
    // The app went on and got its tokens: it does not compare, which is unsafe but no failure.
    if (flow.redemptions.some(({ answer }) => answer === 'success'))
      return fail(evidence, { severity: 'warning' });
    const difference = differenceOf(sent, returned);
    return fail(evidence, {
      suspicion: {
        cause: 'state_mismatch',
        weight: 0.9,
        sentence: `The state in the answer is not the one of the request: ${difference}.`,
        evidence,
        proof: valuesProof(
          difference,
          ['authorization request', evidence[0]],
          ['authorization response', evidence[1]],
        ),
      },
    });
  },
});

function differenceOf(sent: string, returned: string | undefined): string {
  if (returned === undefined) return 'the server returned none';
  if (sent.startsWith(returned))
    return `it was cut off after ${returned.length} of ${sent.length} characters`;
  if (decodeOnce(returned).value === sent || decodeOnce(sent).value === returned)
    return 'it was encoded or decoded once too often';
  if (sent.replaceAll('+', ' ') === returned.replaceAll('+', ' ')) return '“+” and blank were swapped';
  return 'it is of no login that was seen';
}
