import browser from 'webextension-polyfill';

/** A request of the inspected tab as DevTools lists it when it has ended. */
export interface DevtoolsRequest {
  readonly tab: number;
  /** A HAR 1.2 entry. */
  readonly entry: unknown;
  /** The answer's body; undefined when the browser no longer has it. */
  readonly content: () => Promise<DevtoolsContent | undefined>;
}

/** A body as `getContent` gives it. */
export interface DevtoolsContent {
  readonly text: string;
  readonly isBase64: boolean;
}

/** Hears of each request of the inspected tab that ended. */
export function onRequestFinished(listener: (request: DevtoolsRequest) => void): void {
  const { network, inspectedWindow } = browser.devtools;
  network.onRequestFinished.addListener((request) => {
    listener({ tab: inspectedWindow.tabId, entry: request, content: () => contentOf(request) });
  });
}

/**
 * The body comes as a pair, or as an object from Chromium's own `browser`. Chromium names the encoding, Firefox the media
 * type, and then base64 can be told only by the type being unknown.
 */
async function contentOf(request: {
  readonly getContent: () => Promise<unknown>;
}): Promise<DevtoolsContent | undefined> {
  const answer = await request.getContent();
  const [text, second]: readonly unknown[] = Array.isArray(answer) ? answer : pairOf(answer);
  if (typeof text !== 'string') return undefined;
  return { text, isBase64: second === 'base64' || second === 'application/x-unknown-content-type' };
}

function pairOf(answer: unknown): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null || !('content' in answer)) return [];
  return [answer.content, 'encoding' in answer ? answer.encoding : undefined];
}
