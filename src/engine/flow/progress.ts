import { isBroken, type Exchange } from '../http/exchange.ts';
import { errorInAnswer, type OAuthError } from '../oauth/error.ts';
import { readingOf } from '../http/reading.ts';
import { asksForValue, isExpectedAnswer } from '../oauth/expected-answers.ts';
import type {
  AuthorizationRequest,
  AuthorizationResponse,
  CodeRelay,
  Discovery,
  TokenRequest,
} from '../oauth/message.ts';
import { isAnsweredElsewhere } from '../oauth/authorization-request.ts';
import { callbackFailure } from './callback-answer.ts';
import type { Failure } from './failure.ts';
import type { Flow } from './flow.ts';
import { refusedOnTheWay } from './refused-on-the-way.ts';
import type { Outcome } from './vocabulary.ts';

/** How far a flow came. */
export interface Progress {
  readonly outcome: Outcome;
  readonly failure: Failure | undefined;
  /** An answer that looks like an error and is none, e.g. login_required in a silent check. */
  readonly expected: OAuthError | undefined;
}

/** After this long without a next step a login counts as abandoned (a user may read a page), milliseconds. */
const patience = 600_000;
/** After this long without a token request the code went elsewhere, milliseconds. */
const redemptionPatience = 10_000;

/** A client may look for a discovery document at several addresses, which takes it less than this, milliseconds. */
const probing = 5000;

/** Reads the outcome; the hops are the pages of the server between request and answer, and `now` is Infinity for a recording that is complete. */
export function progressOf(flow: Flow, hops: readonly Exchange[], now: number): Progress {
  return (
    afterTokenRequests(flow, now) ??
    afterResponse(flow, now) ??
    afterRequest(flow, hops, now) ?? {
      outcome: waiting(flow, now, patience),
      failure: undefined,
      expected: undefined,
    }
  );
}

function afterTokenRequests(flow: Flow, now: number): Progress | undefined {
  const all = [...flow.redemptions, ...flow.refreshes, ...flow.grants].sort(
    (a, b) => a.exchange.startedAt - b.exchange.startedAt,
  );
  const decided = all.filter(
    (request, index) => request.answer !== 'unknown' && !isExpected(request, all[index - 1]),
  );
  const last = decided.at(-1);
  if (last === undefined) {
    if (all.length === 0) return undefined;
    return { outcome: waiting(flow, now, 60_000), failure: undefined, expected: all.at(-1)?.error };
  }
  if (last.answer !== 'success' && !isUsed(flow, last))
    return failed({ place: 'token_endpoint', message: last, error: last.error });
  const calls = flow.messages.filter((message) => message.kind === 'userinfo');
  const userinfo = calls.at(-1);
  if (
    userinfo?.error !== undefined &&
    !isExpected(userinfo, calls.at(-2)) &&
    userinfo.exchange.startedAt >= last.exchange.startedAt
  )
    return failed({ place: 'userinfo', message: userinfo, error: userinfo.error });
  const failure = refusedByApp(flow, last);
  return failure === undefined ? succeeded : failed(failure);
}

/** An app whose browser checks no origins got tokens that others are kept from. */
function isUsed({ messages }: Flow, { tokens, exchange }: TokenRequest): boolean {
  const token = tokens?.accessToken;
  return messages.some(
    (message) =>
      message.kind === 'userinfo' &&
      message.accessToken === token &&
      message.exchange.startedAt > exchange.startedAt,
  );
}

/** The app’s server redeemed the code while its callback waited, and answered with a failure whenever the code was delivered. */
function refusedByApp(flow: Flow, { exchange, params }: TokenRequest): Failure | undefined {
  const code = params.get('code');
  if (code === undefined || exchange.tab !== undefined) return undefined;
  const failures = flow.landings
    .filter((each) => each.params.get('code') === code)
    .map((each) => callbackFailure(each, flow));
  return failures.includes(undefined) ? undefined : failures.at(-1);
}

type Answered = Pick<TokenRequest, 'error'>;

/** A server may ask for a value of its own once (RFC 9449 §8); a retry that is refused the same way has failed. */
function isExpected(request: Answered, before: Answered | undefined): boolean {
  if (asksForValue(request.error) && request.error?.code === before?.error?.code) return false;
  return isExpectedAnswer(request.error, undefined);
}

function afterResponse(flow: Flow, now: number): Progress | undefined {
  const response = flow.authorizationResponse;
  if (response === undefined) return undefined;
  const { error, params } = response;
  const again =
    flow.authorizationRequest === undefined ? undefined : lastAttempt(flow, flow.authorizationRequest);
  if (again?.error !== undefined && again.exchange.startedAt > response.exchange.startedAt)
    return failed({ place: 'authorization_endpoint', message: again, error: again.error });
  if (error !== undefined) {
    const prompt = flow.authorizationRequest?.params.get('prompt');
    if (isExpectedAnswer(error, prompt)) return { outcome: 'abandoned', failure: undefined, expected: error };
    return failed({ place: 'authorization_response', message: response, error });
  }
  if (params.get('code') === undefined && response.carrier !== 'encrypted_jwt') return succeeded;
  return afterCode(flow, response, now);
}

/** A code was delivered and nobody in the browser redeemed it. */
function afterCode(flow: Flow, response: AuthorizationResponse, now: number): Progress {
  const relay = lastRelay(flow);
  if (relay !== undefined && relay.answer !== 'success')
    return failed({ place: 'callback', message: relay, error: relay.error });
  const call = flow.unreadCalls.at(-1);
  if (call !== undefined)
    return call.answer === 'success'
      ? succeeded
      : failed({ place: 'token_endpoint', message: call, error: call.error });
  const landing = flow.landings.at(-1);
  const failure = landing === undefined ? undefined : callbackFailure(landing, flow);
  if (failure !== undefined) return failed(failure);
  const since = landing?.exchange.endedAt ?? landing?.exchange.startedAt ?? response.exchange.startedAt;
  const answered = landing === undefined || isAnswered(landing.exchange);
  if (!answered || now - since < redemptionPatience)
    return { outcome: 'in_progress', failure: undefined, expected: undefined };
  const inPage = response.mode === 'fragment' && relay === undefined;
  return { outcome: inPage ? 'abandoned' : 'handed_to_server', failure: undefined, expected: undefined };
}

/** The last call by which the page handed the code to its server, if an answer to it was seen. */
function lastRelay({ relays }: Flow): CodeRelay | undefined {
  return relays.findLast(({ answer }) => answer !== 'unknown');
}

function isAnswered(exchange: Exchange): boolean {
  return exchange.status !== undefined || exchange.networkError !== undefined;
}

function afterRequest(flow: Flow, hops: readonly Exchange[], now: number): Progress | undefined {
  const { root, pushed, authorizationRequest, device, backchannel, fedCm, logout } = flow;
  if (authorizationRequest !== undefined) {
    const last = lastAttempt(flow, authorizationRequest);
    if (last.error !== undefined || isBroken(last.exchange)) {
      return failed({ place: 'authorization_endpoint', message: last, error: last.error });
    }
    const refused = refusedOnTheWay(last, hops);
    if (refused !== undefined)
      return failed({ place: 'authorization_endpoint', message: refused, error: refused.error });
    const relay = lastRelay(flow);
    if (relay !== undefined && relay.answer !== 'success')
      return failed({ place: 'callback', message: relay, error: relay.error });
    if (relay !== undefined) return { outcome: 'handed_to_server', failure: undefined, expected: undefined };
    const outcome = waiting(flow, now, patience);
    // That such an answer is absent says nothing.
    const isUnseen = outcome === 'abandoned' && isAnsweredElsewhere(last);
    return { outcome: isUnseen ? 'handed_to_server' : outcome, failure: undefined, expected: undefined };
  }
  const pushes = flow.messages.filter((message) => message.kind === 'pushed_authorization_request');
  if (pushed !== undefined && isExpected(pushed, pushes.at(-2)))
    return { outcome: waiting(flow, now, 60_000), failure: undefined, expected: pushed.error };
  if (pushed?.error !== undefined)
    return failed({ place: 'pushed_authorization_request', message: pushed, error: pushed.error });
  if (device?.error !== undefined)
    return failed({ place: 'device_authorization', message: device, error: device.error });
  if (backchannel?.error !== undefined)
    return failed({ place: 'backchannel_authentication', message: backchannel, error: backchannel.error });
  // The server calls the app, which may get its tokens there (CIBA Core §10).
  if (
    backchannel?.params.get('client_notification_token') !== undefined &&
    waiting(flow, now, patience) === 'abandoned'
  )
    return { outcome: 'handed_to_server', failure: undefined, expected: undefined };
  if (fedCm?.error !== undefined) return failed({ place: 'fedcm', message: fedCm, error: fedCm.error });
  if (fedCm?.exchange.status === 200 && !fedCm.continues) return succeeded;
  switch (root.message.kind) {
    case 'registration':
    case 'revocation':
    case 'introspection':
      return root.message.error === undefined
        ? undefined
        : failed({ place: root.message.kind, message: root.message, error: root.message.error });
    default:
  }
  if (root.message.kind === 'discovery')
    return now - root.startedAt < probing
      ? { outcome: 'in_progress', failure: undefined, expected: undefined }
      : failed({ place: 'discovery', message: root.message, error: errorInDiscovery(root.message) });
  if (logout === undefined) return undefined;
  return logout.error === undefined
    ? succeeded
    : failed({ place: 'logout', message: logout, error: logout.error });
}

/** A page or document that came in good order is no error of the server. */
function errorInDiscovery({ exchange }: Discovery): OAuthError | undefined {
  return (exchange.status ?? 0) >= 400 ? errorInAnswer(readingOf(exchange)) : undefined;
}

/** The request as it was last sent: a reload may get another answer. */
function lastAttempt(flow: Flow, first: AuthorizationRequest): AuthorizationRequest {
  const last = flow.messages.findLast((message) => message.kind === 'authorization_request');
  return last === undefined || last.exchange === first.exchange ? first : last;
}

const succeeded: Progress = { outcome: 'succeeded', failure: undefined, expected: undefined };

function failed(failure: Failure): Progress {
  return { outcome: 'failed', failure, expected: undefined };
}

function waiting(flow: Flow, now: number, limit: number): Outcome {
  const last = flow.messages.at(-1)?.exchange.startedAt ?? 0;
  return now - last < limit ? 'in_progress' : 'abandoned';
}
