import type { FakeWebRequest } from './fake-web-request.ts';

interface Told {
  readonly requestId: string;
  readonly requestHeaders?: unknown;
}

type Step = 'started' | 'headersSent' | 'answerReceived' | 'redirected' | 'completed' | 'failed';

/** Listeners that tell of each event in a line: "1 started", or "1 sent in full" where it came with headers. */
export function listenersThatTell(
  tell: (line: string) => void,
): Readonly<Record<Step, (details: Told) => void>> {
  const hear =
    (name: string) =>
    ({ requestId, requestHeaders }: Told): void =>
      tell(`${requestId} ${name}${requestHeaders === undefined ? '' : ' in full'}`);
  return {
    started: hear('started'),
    headersSent: hear('sent'),
    answerReceived: hear('answered'),
    redirected: hear('redirected'),
    completed: hear('completed'),
    failed: hear('failed'),
  };
}

/** The life of one request, step by step; its headers are told to those that asked for hidden ones. */
export function stepsOf(
  webRequest: FakeWebRequest,
  requestId: string,
  url: string,
  type = 'xmlhttprequest',
): readonly (() => void)[] {
  const events = ['onBeforeRequest', 'onSendHeaders', 'onHeadersReceived', 'onCompleted'] as const;
  return events.map((event, index) => () => {
    const details = { requestId, url, type, timeStamp: 1_800_000_000_000 + index };
    webRequest.emit(
      event,
      details,
      event === 'onSendHeaders' ? { requestHeaders: [{ name: 'Cookie' }] } : {},
    );
  });
}

/** What `listenersThatTell` tell of such a life. */
export function linesOf(requestId: string, sent: 'sent' | 'sent in full' = 'sent'): readonly string[] {
  return ['started', sent, 'answered', 'completed'].map((step) => `${requestId} ${step}`);
}
