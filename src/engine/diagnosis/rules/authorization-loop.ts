import { headerValue } from '../../http/headers.ts';
import type { AuthorizationRequest, AuthorizationResponse, Message } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Within this time before a request the earlier rounds are looked for, milliseconds. */
const window = 60_000;
/** A page that stays longer than this has not sent the user away by itself, milliseconds. */
const stable = 5000;

export const authorizationLoop = defineRule({
  id: 'authorization-loop',
  title: 'The app sends the browser to log in over and over, although each login is answered',
  severity: 'error',
  why: 'Each round ends at the callback and starts anew, so what the callback is to keep does not last.',
  fix: 'Keep the callback out of the login guard, and see whether its session cookie is stored (Secure, SameSite, domain, size) and its token request works.',
  sources: [rfc(6749, '4.1')],
  needs: ['authorizationRequest', 'surroundings'],
  check({ authorizationRequest, surroundings }) {
    if (!isLogin(authorizationRequest)) return notApplicable;
    const before = surroundings.loginsInTabBefore(authorizationRequest.exchange, window);
    const requests = [
      ...before.filter((message) => message.kind === 'authorization_request'),
      authorizationRequest,
    ].filter((request) => isLogin(request) && isSameLogin(request, authorizationRequest));
    const rounds = before
      .filter((message) => message.kind === 'authorization_response')
      .filter((response, index, all) => isFirst(response, all.slice(0, index)))
      .filter((response) => isRound(response, requests));
    // Without these headers nothing tells a loop from a person who clicks fast.
    const isBlind = requests.some(
      ({ exchange }) => headerValue(exchange.requestHeaders, 'sec-fetch-mode') === undefined,
    );
    if (rounds.length < (isBlind ? 4 : 2)) return pass;
    const evidence = requests.map((request) => at(request, 'client_id'));
    return fail(evidence, {
      suspicion: {
        cause: 'state_lost',
        weight: 0.5,
        sentence: `The browser was sent to log in ${requests.length} times within a minute and each login was answered: what the callback stores does not last, such as a session cookie that the browser refuses.`,
        evidence,
      },
    });
  },
});

/** A login that a page or server starts by itself: no hidden frame, no silent check, no click. */
function isLogin({ exchange, params }: AuthorizationRequest): boolean {
  return (
    exchange.kind === 'navigation' &&
    params.get('prompt') !== 'none' &&
    headerValue(exchange.requestHeaders, 'sec-fetch-user') === undefined
  );
}

/** Logins for several resources differ in scope or resource. */
function isSameLogin(one: AuthorizationRequest, other: AuthorizationRequest): boolean {
  return ['client_id', 'redirect_uri', 'scope', 'resource', 'audience'].every(
    (name) => one.params.get(name) === other.params.get(name),
  );
}

function isFirst(response: AuthorizationResponse, earlier: readonly AuthorizationResponse[]): boolean {
  return !earlier.some(
    ({ params }) =>
      params.get('code') === response.params.get('code') &&
      params.get('state') === response.params.get('state') &&
      params.get('error') === response.params.get('error'),
  );
}

/** An answer that came at once and was followed at once by the next request. */
function isRound(response: AuthorizationResponse, requests: readonly AuthorizationRequest[]): boolean {
  const time = timeOf(response);
  const asked = requests.findLast((request) => timeOf(request) <= time);
  const next = requests.find((request) => timeOf(request) > time);
  return (
    asked !== undefined &&
    next !== undefined &&
    time - timeOf(asked) <= stable &&
    timeOf(next) - time <= stable
  );
}

function timeOf({ exchange }: Message): number {
  return exchange.startedAt;
}
