import type { Surroundings } from '../../flow/surroundings.ts';
import type { Flow } from '../../flow/flow.ts';
import { parseChallenges } from '../../http/challenge.ts';
import { headerValues } from '../../http/headers.ts';
import type { ResourceCall, Userinfo } from '../../oauth/message.ts';
import { scopeName, scopeWords } from '../../oauth/scope.ts';
import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const insufficientScope = defineRule({
  id: 'insufficient-scope',
  title: 'The API refuses the access token because it lacks a scope',
  severity: 'error',
  why: 'The token is valid, and does not allow this call.',
  fix: 'Ask for the scope that the answer names, together with what is granted already, and try again.',
  sources: [rfc(6750, '3'), rfc(6750, '3.1')],
  needs: ['flow', 'progress', 'surroundings'],
  check({ flow, progress: { failure }, surroundings }) {
    const calls = flow.messages.filter(
      (message) => message.kind === 'resource_call' || message.kind === 'userinfo',
    );
    if (calls.length === 0) return notApplicable;
    // A bare 403 is the API's own decision about the user.
    const refused = calls.filter(({ error }) => error?.code === 'insufficient_scope');
    const last = refused.at(-1);
    if (last?.error === undefined) return pass;
    const evidence = refused.flatMap(({ error }) => (error === undefined ? [] : [error.at]));
    if (failure?.message !== last)
      return fail(
        evidence,
        refused.every((call) => isMet(call, flow, surroundings))
          ? {
              severity: 'info',
              title: 'The API asked for more scope, and the app then asked the server for it',
            }
          : {},
      );
    return fail(evidence, {
      suspicion: {
        cause: 'insufficient_scope',
        weight: 0.97,
        evidence,
        proof: answerProof(['answer', last.error.at]),
      },
    });
  },
});

/** Whether a later login or refresh that was not refused asked for what the call named, or for more where it named nothing. */
function isMet(call: ResourceCall | Userinfo, flow: Flow, { loginsAfter }: Surroundings): boolean {
  const { startedAt, responseHeaders } = call.exchange;
  const wanted = headerValues(responseHeaders, 'www-authenticate')
    .flatMap(parseChallenges)
    .flatMap(({ params }) => namesOf(params.get('scope')));
  const request = flow.authorizationRequest;
  const had = namesOf(request?.params.get('scope'));
  const logins = request === undefined ? [] : loginsAfter(request, startedAt).filter(isGranted);
  const asked = [
    ...logins.map(({ authorizationRequest }) => authorizationRequest),
    ...flow.refreshes.filter(
      ({ answer, exchange }) => answer === 'success' && exchange.startedAt > startedAt,
    ),
  ];
  return asked
    .map((each) => namesOf(each?.params.get('scope')))
    .some((names) =>
      wanted.length > 0
        ? wanted.every((name) => names.includes(name))
        : names.some((name) => !had.includes(name)),
    );
}

function isGranted({ authorizationResponse, redemptions }: Flow): boolean {
  return (
    authorizationResponse !== undefined &&
    authorizationResponse.error === undefined &&
    (redemptions.length === 0 || redemptions.some(({ answer }) => answer === 'success'))
  );
}

function namesOf(scope: string | undefined): readonly string[] {
  return scopeWords(scope).map(scopeName);
}
