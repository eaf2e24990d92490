import { mayBeOAuthNavigation } from '../engine/http/relevance.ts';
import type { AnswerReceived, RequestStarted } from '../engine/http/web-request-event.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import type { Session } from '../engine/session/session.ts';
import type { CaptureListeners } from './capture-listeners.ts';
import { createRefusedCalls } from './refused-calls.ts';

/** Turns the browser's events into the log's, and turns unrelated ones away: the hot path of the whole extension. */
export function createRecorder(
  session: Pick<Session, 'follows' | 'hasUrl'>,
  isRecording: () => boolean,
  apply: (event: CaptureEvent) => void,
): CaptureListeners {
  const refusedCalls = createRefusedCalls();

  return {
    started: (details, relevance) => {
      if (!isRecording()) return;
      if (relevance === 'none' && !session.follows(details.requestId) && !isPreflight(details)) return;
      apply({ type: 'request_started', details, related: relevance !== 'navigation' });
    },
    headersSent: (details) => {
      if (session.follows(details.requestId)) apply({ type: 'headers_sent', details });
      else if (isRecording()) refusedCalls.sent(details);
    },
    answerReceived: (details) => {
      if (isFollowed(details)) apply({ type: 'answer_received', details });
    },
    redirected: (details) => {
      refusedCalls.ended(details.requestId);
      if (!session.follows(details.requestId)) return;
      apply({ type: 'redirected', details, related: mayBeOAuthNavigation(details.redirectUrl) });
    },
    completed: (details) => {
      if (isFollowed(details)) apply({ type: 'completed', details });
    },
    failed: (details) => {
      refusedCalls.ended(details.requestId);
      if (session.follows(details.requestId)) apply({ type: 'failed', details });
    },
    bodyRead: (answer) => {
      if (isRecording()) apply({ type: 'observed', answer });
    },
  };

  /** Is it in the log, or has it to be from now on because it was refused? */
  function isFollowed(details: AnswerReceived): boolean {
    if (session.follows(details.requestId)) return true;
    const call = refusedCalls.answered(details);
    if (call === undefined || !isRecording()) return false;
    apply({ type: 'request_started', details: call.started, related: true });
    if (call.sent !== undefined) apply({ type: 'headers_sent', details: call.sent });
    return true;
  }

  /** The browser asks for leave after the page asked, so the request itself is in the log already. */
  function isPreflight({ method, url }: RequestStarted): boolean {
    return method === 'OPTIONS' && session.hasUrl(url);
  }
}
