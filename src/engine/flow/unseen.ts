import { isTimed } from '../http/clock-time.ts';
import { durationWords } from '../http/duration-words.ts';
import { hostOf } from '../http/url.ts';
import { isAnsweredByScript } from '../oauth/authorization-request.ts';
import type { AuthorizationResponse, TokenRequest } from '../oauth/message.ts';
import type { Flow } from './flow.ts';
import type { Progress } from './progress.ts';
import type { Unseen, UnseenId } from './vocabulary.ts';

type Row = readonly [
  id: UnseenId,
  applies: (flow: Flow, progress: Progress) => boolean,
  sentence: string | ((flow: Flow) => string),
];

const rows: readonly Row[] = [
  [
    'token_call_in_app',
    ({ authorizationResponse }, { outcome }) =>
      outcome === 'handed_to_server' && opensApp(authorizationResponse),
    'The code went to another app, whose token request a browser cannot see; import a recording of it to compare.',
  ],
  [
    'token_call_on_server',
    (flow, { outcome, failure }) =>
      (outcome === 'handed_to_server' &&
        (flow.authorizationResponse !== undefined || flow.relays.length > 0) &&
        !opensApp(flow.authorizationResponse) &&
        !lacksFailures(flow)) ||
      failure?.place === 'callback',
    'The code went to a server, whose token request a browser cannot see; import a recording of it to compare.',
  ],
  [
    'token_call_unread',
    ({ unreadCalls, redemptions }) => unreadCalls.length > 0 && redemptions.length === 0,
    'The recording lacks what was sent to the token endpoint and what it said, so that only the status tells how it went; record the login with contents.',
  ],
  [
    'failed_calls',
    lacksFailures,
    'Safari lists no request that failed, e.g. a token request that CORS kept from the page, so whether there was one, or a server redeemed the code, is not known; the console of the page or the log of the server tells.',
  ],
  [
    'capture_started_late',
    ({ authorizationRequest, authorizationResponse, redemptions, mayBelongTo }) =>
      mayBelongTo.length === 0 &&
      authorizationRequest === undefined &&
      (authorizationResponse !== undefined || redemptions.length > 0),
    'The authorization request was not recorded, so nothing can be compared with it; log in again.',
  ],
  ['login_undecided', ({ mayBelongTo }) => mayBelongTo.length > 0, undecided],
  [
    'request_object_by_reference',
    ({ authorizationRequest: request }) =>
      request?.carrier === 'by_reference' || request?.carrier === 'hidden_request_object',
    'The authorization request was sent by reference or encrypted, so its parameters are not known.',
  ],
  [
    'answer_by_script',
    (flow, progress) =>
      lacksAnswer(flow, progress) &&
      flow.authorizationRequest !== undefined &&
      isAnsweredByScript(flow.authorizationRequest),
    'The server hands its answer over otherwise than by a redirect, so whether it did is not known.',
  ],
  [
    'answer_in_fragment',
    (flow, progress) => lacksAnswer(flow, progress) && isAnsweredInFragment(flow),
    'The answer comes after a “#”, which this recording leaves out, so whether it came is not known.',
  ],
  [
    'answer_encrypted',
    ({ authorizationResponse }) => authorizationResponse?.carrier === 'encrypted_jwt',
    'The authorization response is encrypted, so what it says is not known.',
  ],
  [
    'body_unavailable',
    ofTokenRequests(({ exchange }) => (exchange.status ?? 0) >= 200 && !exchange.known.responseBody),
    'The browser no longer had the body of a token answer, so what it said is not known.',
  ],
  [
    'headers_unavailable',
    ofTokenRequests(
      ({ exchange, authentication, answer }) =>
        answer === 'error' && authentication.methods.length === 0 && !exchange.known.requestHeaders,
    ),
    'The recording may lack headers of a token request, so whether the client authenticated in one is not known.',
  ],
  [
    'cookies_unavailable',
    ({ messages }, { outcome }) =>
      outcome !== 'succeeded' && messages.some(({ exchange }) => exchange.known.browserHeaders === false),
    'No panel was open when this login began, so the cookies of its first requests are not known; log in again to have them.',
  ],
  [
    'client_certificate',
    ofTokenRequests(
      ({ authentication }) => authentication.methods.length === 0 && authentication.mayShowCertificate,
    ),
    'A client certificate is shown below HTTP, so whether there was one, and which, is not known.',
  ],
];

/** What could not be observed of a flow, and what follows. */
export function unseenOf(flow: Flow, progress: Progress): readonly Unseen[] {
  return rows.flatMap(([id, applies, sentence]) =>
    applies(flow, progress)
      ? [{ id, sentence: typeof sentence === 'string' ? sentence : sentence(flow) }]
      : [],
  );
}

/** Names the logins by when they began, as a list of logins shows them. */
function undecided({ root, mayBelongTo }: Flow): string {
  const ages = mayBelongTo.map(({ startedAt }) => root.startedAt - startedAt);
  const isTold = isTimed(root.startedAt) && ages.every((age) => age > 0);
  const which = isTold ? ` that began ${ages.map(durationWords).join(' and ')} before it` : '';
  return `${mayBelongTo.length} recorded logins${which} got the code that this token request redeems, and the traffic does not tell which of them it belongs to.`;
}

/** A code was delivered, and a call that redeemed it in vain would not be there. */
export function lacksFailures({ authorizationResponse: response, redemptions, unreadCalls }: Flow): boolean {
  return (
    response?.params.get('code') !== undefined &&
    response.exchange.known.failures === false &&
    !opensApp(response) &&
    redemptions.length + unreadCalls.length === 0
  );
}

function ofTokenRequests(is: (request: TokenRequest) => boolean): Row[1] {
  return ({ redemptions, refreshes, grants }) => [...redemptions, ...refreshes, ...grants].some(is);
}

function lacksAnswer(flow: Flow, { outcome, expected }: Progress): boolean {
  return (
    flow.authorizationResponse === undefined &&
    flow.relays.length === 0 &&
    expected === undefined &&
    (outcome === 'abandoned' || outcome === 'in_progress' || outcome === 'handed_to_server')
  );
}

/** An address of its own scheme (RFC 8252 §7.1). */
function opensApp(response: AuthorizationResponse | undefined): boolean {
  return response !== undefined && hostOf(response.target) === '';
}

/** OAuth 2.0 Multiple Response Types §2.1: the fragment is where tokens go unless the request says otherwise. */
function isAnsweredInFragment({ authorizationRequest: request }: Flow): boolean {
  const mode = request?.params.get('response_mode');
  const isUsual = /token/.test(request?.params.get('response_type') ?? '');
  const isFragment = mode === undefined ? isUsual : mode.startsWith('fragment');
  return isFragment && request?.exchange.known.fragment === false;
}
