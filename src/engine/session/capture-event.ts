import type { ObservedAnswer } from '../http/observed-answer.ts';
import type {
  AnswerReceived,
  HeadersSent,
  Redirected,
  RequestFailed,
  RequestStarted,
} from '../http/web-request-event.ts';

/** Everything that changes the log. */
export type CaptureEvent =
  /** `related`: it may be OAuth; navigations that are not are dropped first. */
  | { readonly type: 'request_started'; readonly details: RequestStarted; readonly related: boolean }
  | { readonly type: 'headers_sent'; readonly details: HeadersSent }
  | { readonly type: 'answer_received'; readonly details: AnswerReceived }
  | { readonly type: 'redirected'; readonly details: Redirected; readonly related: boolean }
  | { readonly type: 'completed'; readonly details: AnswerReceived }
  | { readonly type: 'failed'; readonly details: RequestFailed }
  | { readonly type: 'observed'; readonly answer: ObservedAnswer }
  /** `at`: Unix milliseconds. */
  | { readonly type: 'cleared'; readonly at: number };
