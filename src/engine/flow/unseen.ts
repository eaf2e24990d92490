import type { Flow } from './flow.ts';
import type { Progress } from './progress.ts';
import type { Unseen } from './vocabulary.ts';

/** What could not be observed of a flow, and what follows. */
export function unseenOf(flow: Flow, progress: Progress): readonly Unseen[] {
  const unseen: Unseen[] = [];
  const { authorizationRequest, authorizationResponse, redemptions } = flow;
  if (progress.outcome === 'handed_to_server' || progress.failure?.place === 'callback') {
    unseen.push({
      id: 'token_call_on_server',
      sentence:
        'The code went to a server, whose token request a browser cannot see; import a recording of it to compare.',
    });
  }
  if (authorizationRequest === undefined && (authorizationResponse !== undefined || redemptions.length > 0)) {
    unseen.push({
      id: 'capture_started_late',
      sentence:
        'The authorization request was not recorded, so nothing can be compared with it; log in again.',
    });
  }
  if (
    authorizationRequest?.carrier === 'by_reference' ||
    authorizationRequest?.carrier === 'hidden_request_object'
  ) {
    unseen.push({
      id: 'request_object_by_reference',
      sentence:
        'The authorization request was sent by reference or encrypted, so its parameters are not known.',
    });
  }
  const silent = [...redemptions, ...flow.refreshes, ...flow.grants].some(
    ({ exchange }) => (exchange.status ?? 0) >= 200 && !exchange.known.responseBody,
  );
  if (silent) {
    unseen.push({
      id: 'body_unavailable',
      sentence: 'The browser no longer had the body of a token answer, so what it said is not known.',
    });
  }
  return unseen;
}
