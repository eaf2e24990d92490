import { lacksFailures, unseenOf } from '../flow/unseen.ts';
import { hostOf, urlParts } from '../http/url.ts';
import type { Materials } from './materials.ts';
import { durationWords } from '../http/duration-words.ts';

/** What happened, when no cause is to be named. */
export function outcomeSentence(materials: Materials): string {
  switch (materials.progress.outcome) {
    case 'succeeded':
      return succeeded(materials);
    case 'failed':
      return failed(materials);
    case 'abandoned':
      return abandoned(materials);
    case 'in_progress':
      return inProgress(materials);
    case 'handed_to_server':
      return handedToServer(materials);
  }
}

function failed({ flow, failure, tokenRequest }: Materials): string {
  if (failure?.message.kind === 'unread_token_call')
    return `The token endpoint answered ${failure.message.exchange.status}; what was sent and what it said was not recorded.`;
  if (failure?.place !== 'callback') return 'The login failed, and the answer does not say why.';
  const { status } = failure.message.exchange;
  const isQuiet = status === undefined || status < 400;
  if (isQuiet && flow.errorRoute !== undefined && tokenRequest === undefined)
    return 'The app went from its callback to its own page for errors: the login failed in the app, or on its server, whose token request a browser cannot see.';
  const answered = isQuiet ? 'reported an error' : `answered ${status}`;
  const where =
    tokenRequest?.answer === 'success'
      ? 'the app’s server had got tokens, and refused them or failed afterwards.'
      : 'the login failed on the app’s server, whose token request a browser cannot see.';
  return `The app’s callback ${answered}: ${where}`;
}

function succeeded({ flow, codeLife }: Materials): string {
  switch (flow.kind) {
    case 'authorization_code':
    case 'hybrid': {
      const age = codeLife?.age;
      const call = flow.redemptions.length > 0 ? undefined : flow.unreadCalls.at(-1);
      if (call !== undefined)
        return `By its status the login succeeded: the token endpoint answered ${call.exchange.status} to a call whose content was not recorded.`;
      return age === undefined
        ? 'The login succeeded.'
        : `The login succeeded: the code was redeemed ${durationWords(age)} after it was issued.`;
    }
    case 'implicit':
      return 'The login succeeded: the tokens came with the authorization response.';
    case 'refresh_token':
      return 'The refresh succeeded.';
    case 'logout':
      return 'The logout request was accepted.';
    case 'device_code':
      return 'The device login succeeded.';
    case 'client_credentials':
    case 'password':
    case 'token_exchange':
    case 'jwt_bearer':
    case 'saml_bearer':
    case 'ciba':
    case 'registration':
    case 'revocation':
    case 'introspection':
    case 'discovery':
    case 'unknown':
      return 'The token request succeeded.';
    case 'fedcm':
      return 'The sign-in succeeded: the identity provider gave the browser a token (FedCM).';
  }
}

const noAnswerSeen = 'No answer to the authorization request could be seen.';

function abandoned({ flow, progress }: Materials): string {
  const steered = steeredSentence(progress.expected?.code);
  if (steered !== undefined) return steered;
  if (progress.expected?.code !== undefined) {
    return `The silent check ended with ${progress.expected.code}, which is an ordinary answer to prompt=none.`;
  }
  if (lacksFailures(flow))
    return 'The code was delivered to the app; a token request that failed would not be in this recording.';
  if (flow.authorizationResponse !== undefined)
    return 'The code was delivered to the app, and nothing redeemed it.';
  if (flow.authorizationRequest === undefined && flow.messages.some(({ kind }) => kind === 'token_request'))
    return 'The recording has no answer to the token request.';
  return unseenOf(flow, progress).some(({ id }) => id.startsWith('answer_'))
    ? noAnswerSeen
    : 'The login was not finished: the authorization request has no answer.';
}

/** Answers that tell a client to ask again (RFC 8628 §3.5, RFC 9449 §8). */
function steeredSentence(code: string | undefined): string | undefined {
  switch (code) {
    case 'authorization_pending':
    case 'slow_down':
      return 'The user has not finished the login on the other screen, and the device stopped asking.';
    case 'use_dpop_nonce':
      return 'The server asked for its nonce in the DPoP proof, and the request was not repeated with it.';
    case 'use_attestation_challenge':
      return 'The server asked for its challenge in the client attestation’s proof, and the request was not repeated with it.';
    default:
      return undefined;
  }
}

function inProgress({ flow }: Materials): string {
  if (flow.redemptions.length > 0) return 'The token request is under way.';
  if (flow.authorizationResponse !== undefined)
    return 'The code was delivered; the token request has not been seen yet.';
  return 'The login is under way: waiting for the authorization response.';
}

function handedToServer({ flow }: Materials): string {
  const target = flow.authorizationResponse?.target ?? flow.relays.at(-1)?.endpoint;
  if (target === undefined) return noAnswerSeen;
  const host = hostOf(target);
  return host === ''
    ? `The code was delivered to the app that opens “${urlParts(target).scheme}:”, which redeems it out of the browser’s sight.`
    : lacksFailures(flow)
      ? `The code was delivered to ${host}; its server redeems it out of the browser’s sight, or a token request failed, which Safari does not list.`
      : `The code was delivered to ${host}, which redeems it on its server, out of the browser’s sight.`;
}
