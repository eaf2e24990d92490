import type { Exchange } from '../http/exchange.ts';
import type { CodeLife } from '../flow/vocabulary.ts';
import type { Failure } from '../flow/failure.ts';
import type { Flow } from '../flow/flow.ts';
import type { Surroundings } from '../flow/surroundings.ts';
import type { Progress } from '../flow/progress.ts';
import type { AuthorizationRequest, AuthorizationResponse, TokenRequest } from '../oauth/message.ts';
import { clientCallOf, type ClientCall } from './client-call.ts';
import type { Registered } from './client-registration.ts';
import type { LastSuccess } from './last-success.ts';
import { idTokensOf, type IdToken } from './id-tokens.ts';
import type { FlowReading } from './read-flow.ts';
import type { Suspicion } from './suspicion.ts';
import { hintSuspicions } from './trees/hints.ts';

/** What rules and verdicts look at; undefined where the flow has no such thing. */
export interface Materials {
  readonly flow: Flow;
  readonly progress: Progress;
  /** Nothing more will come: the flow was read from a file, not from a log that still grows. */
  readonly isFinished: boolean;
  readonly failure: Failure | undefined;
  readonly authorizationRequest: AuthorizationRequest | undefined;
  /** The first sight of the answer that counts. */
  readonly authorizationResponse: AuthorizationResponse | undefined;
  /** The requests that delivered that answer to the app; undefined when none was seen. */
  readonly landings: readonly AuthorizationResponse[] | undefined;
  /** The redemption of the code that is judged: the one that decided the flow. */
  readonly tokenRequest: TokenRequest | undefined;
  /** The token request that is judged, of whatever grant: the one that failed the flow, else the last that worked, else the last. */
  readonly tokenCall: TokenRequest | undefined;
  /** The call in which the client is judged: the one that failed the flow where that authenticates clients, else the token request. */
  readonly clientCall: ClientCall | undefined;
  /** What the failing answer's own words point to, with the weight the words deserve; empty when they say nothing known. */
  readonly said: readonly Suspicion[];
  /** Every redemption, in order of time; undefined when there is none. */
  readonly redemptions: readonly TokenRequest[] | undefined;
  /** The refresh that is judged: the one that failed the flow, else the last. */
  readonly refresh: TokenRequest | undefined;
  /** Every refresh, in order of time; undefined when there is none. */
  readonly refreshes: readonly TokenRequest[] | undefined;
  /** The last token request before the judged refresh whose answer brought its refresh token. */
  readonly refreshTokenIssue: TokenRequest | undefined;
  /** Every readable ID token, the front channel's first; undefined when there is none. */
  readonly idTokens: readonly [IdToken, ...IdToken[]] | undefined;
  readonly codeLife: CodeLife | undefined;
  /** What the user says is registered for the client of the flow. */
  readonly registration: Registered;
  /** The last success of the client that an earlier session left; empty when nothing is remembered. */
  readonly remembered: readonly LastSuccess[];
  readonly preflights: readonly Exchange[];
  readonly surroundings: Surroundings;
}

/** Collects the materials of a flow. */
export function materialsOf(reading: FlowReading): Materials {
  const { flow, progress, authority } = reading;
  const refresh = judged(flow.refreshes, progress);
  const tokenCall = judgedCall(flow, progress);
  const [firstIdToken, ...laterIdTokens] = idTokensOf(flow);
  return {
    flow,
    progress,
    isFinished: reading.isFinished,
    failure: progress.failure,
    authorizationRequest: flow.authorizationRequest,
    authorizationResponse: flow.authorizationResponse,
    landings: flow.landings.length === 0 ? undefined : flow.landings,
    tokenRequest: judgedRedemption(flow, progress),
    tokenCall,
    clientCall:
      (progress.failure === undefined ? undefined : clientCallOf(progress.failure.message)) ?? tokenCall,
    said: progress.failure === undefined ? [] : hintSuspicions(progress.failure, authority),
    redemptions: flow.redemptions.length === 0 ? undefined : flow.redemptions,
    refresh,
    refreshes: flow.refreshes.length === 0 ? undefined : flow.refreshes,
    refreshTokenIssue: refresh === undefined ? undefined : issueOf(refresh, flow),
    idTokens: firstIdToken === undefined ? undefined : [firstIdToken, ...laterIdTokens],
    codeLife: reading.codeLife,
    registration: reading.registration,
    remembered: reading.remembered,
    preflights: reading.preflights,
    surroundings: reading.surroundings,
  };
}

/** The redemption that failed the flow; when none did, the one that worked, else the last. */
function judgedRedemption(flow: Flow, { failure }: Pick<Progress, 'failure'>): TokenRequest | undefined {
  const failed = flow.redemptions.find((request) => request === failure?.message);
  return failed ?? flow.redemptions.find(({ answer }) => answer === 'success') ?? flow.redemptions.at(-1);
}

function judged(requests: readonly TokenRequest[], { failure }: Progress): TokenRequest | undefined {
  return requests.find((request) => request === failure?.message) ?? requests.at(-1);
}

function issueOf(refresh: TokenRequest, flow: Flow): TokenRequest | undefined {
  const token = refresh.params.get('refresh_token');
  if (token === undefined) return undefined;
  return [...flow.grants, ...flow.redemptions, ...flow.refreshes].findLast(
    (request) =>
      request !== refresh &&
      request.tokens?.refreshToken === token &&
      request.exchange.startedAt <= refresh.exchange.startedAt,
  );
}

function judgedCall(flow: Flow, { failure }: Progress): TokenRequest | undefined {
  if (failure?.message.kind === 'token_request') return failure.message;
  const calls = flow.messages.filter((message) => message.kind === 'token_request');
  return judgedRedemption(flow, { failure }) ?? calls.findLast(isAnswered) ?? calls.at(-1);
}

function isAnswered({ answer }: TokenRequest): boolean {
  return answer === 'success';
}
