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
      else refusedCalls.sent(details);
    },
    answerReceived: (details) => {
      if (!session.follows(details.requestId)) followWhenRefused(details);
      if (session.follows(details.requestId)) apply({ type: 'answer_received', details });
    },
    redirected: (details) => {
      refusedCalls.ended(details.requestId);
      if (!session.follows(details.requestId)) return;
      apply({ type: 'redirected', details, related: mayBeOAuthNavigation(details.redirectUrl) });
    },
    completed: (details) => {
      if (!session.follows(details.requestId)) followWhenRefused(details);
      if (session.follows(details.requestId)) apply({ type: 'completed', details });
    },
    failed: (details) => {
      refusedCalls.ended(details.requestId);
      if (session.follows(details.requestId)) apply({ type: 'failed', details });
    },
    bodyRead: (answer) => {
      if (isRecording()) apply({ type: 'observed', answer });
    },
  };

  function followWhenRefused(details: AnswerReceived): void {
    const call = refusedCalls.answered(details);
    if (call === undefined || !isRecording()) return;
    apply({ type: 'request_started', details: call.started, related: true });
    if (call.sent !== undefined) apply({ type: 'headers_sent', details: call.sent });
  }

  /** The browser asks for leave after the page asked, so the request itself is in the log already. */
  function isPreflight({ method, url }: RequestStarted): boolean {
    return method === 'OPTIONS' && session.hasUrl(url);
  }
}
