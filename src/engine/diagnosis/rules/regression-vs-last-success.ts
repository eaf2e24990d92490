import type { Evidence } from '../../http/evidence.ts';
import type { AuthorizationRequest, TokenRequest } from '../../oauth/message.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt } from '../client-refusal.ts';
import { againstMemory } from '../remembered-success.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

interface Change {
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

export const regressionVsLastSuccess = defineRule({
  id: 'regression-vs-last-success',
  title: 'This client succeeded before',
  severity: 'info',
  why: 'What changed since is the first suspect; when nothing did, the change was at the server.',
  fix: 'Undo or correct what changed; if nothing did, look in the server’s registration and log for an expiry, a revocation or a policy.',
  sources: [rfc(6749, '5.2')],
  needs: ['failure', 'flow', 'surroundings', 'remembered'],
  check({ failure, flow, surroundings, remembered: [remembered] }) {
    const call = failure.message.kind === 'token_request' ? failure.message : undefined;
    const request = flow.authorizationRequest;
    const worked =
      call === undefined
        ? undefined
        : surroundings.callBefore(
            call,
            ({ answer, grantType }) => answer === 'success' && grantType === call.grantType,
          );
    // The authorization endpoint let an earlier request through; what became of its code says nothing about this one.
    const login =
      worked?.flow ??
      (call !== undefined || request === undefined
        ? undefined
        : surroundings.loginsBefore(request).find((each) => each !== flow));
    if (login === undefined || login === flow)
      return remembered === undefined ? notApplicable : againstMemory(remembered, request, call);
    const changes = [
      ...(call === undefined || worked === undefined ? [] : callChanges(worked.request, call)),
      ...(login.authorizationRequest === undefined || request === undefined
        ? []
        : requestChanges(login.authorizationRequest, request)),
    ];
    const earlier = worked?.request ?? login.authorizationRequest;
    if (changes.length === 0) {
      const places = [earlier, call ?? request].flatMap((message) =>
        message === undefined ? [] : [{ exchange: message.exchange.id, part: 'request', name: '' } as const],
      );
      return fail(places, { title: 'Nothing that can be seen changed since this client last succeeded' });
    }
    const names = [...new Set(changes.map(({ name }) => name))].join(', ');
    return fail(
      changes.flatMap(({ evidence }) => evidence),
      { title: `Since this client last succeeded these changed: ${names}` },
    );
  },
});

const ofRequest = [
  'redirect_uri',
  'scope',
  'response_type',
  'response_mode',
  'code_challenge_method',
  'prompt',
  'audience',
  'resource',
];
const ofCall = ['redirect_uri', 'scope', 'audience', 'resource'];

function requestChanges(before: AuthorizationRequest, now: AuthorizationRequest): readonly Change[] {
  // What stands in a pushed or signed request cannot be compared.
  return before.carrier === now.carrier ? parameterChanges(before, now, ofRequest) : [];
}

function callChanges(before: TokenRequest, now: TokenRequest): readonly Change[] {
  const [one, other] = [before.authentication, now.authentication];
  const evidence = [...credentialsAt(before), ...credentialsAt(now)];
  const changes: Change[] = [];
  if (one.methods.join() !== other.methods.join())
    changes.push({ name: 'client authentication method', evidence });
  else if (
    one.secret !== undefined &&
    other.secret !== undefined &&
    sameValue(one.secret, other.secret) === false
  )
    changes.push({ name: 'client_secret', evidence });
  return [...changes, ...parameterChanges(before, now, ofCall)];
}

function parameterChanges(
  before: AuthorizationRequest | TokenRequest,
  now: AuthorizationRequest | TokenRequest,
  names: readonly string[],
): readonly Change[] {
  return names.flatMap((name) => {
    const [one, other] = [before.params.get(name), now.params.get(name)];
    if (one === other || (one !== undefined && other !== undefined && sameValue(one, other) !== false))
      return [];
    return [{ name, evidence: [at(before, name), at(now, name)] }];
  });
}
