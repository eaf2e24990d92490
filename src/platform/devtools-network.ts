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
  const { network, inspectedWindow } = chrome.devtools;
  network.onRequestFinished.addListener((request) => {
    listener({ tab: inspectedWindow.tabId, entry: request, content: () => contentOf(request) });
  });
}

/** Chromium names the encoding, Firefox the media type, and then base64 can be told only by the type being unknown. */
function contentOf(request: chrome.devtools.network.Request): Promise<DevtoolsContent | undefined> {
  return new Promise((resolve) => {
    request.getContent((content: unknown, second: unknown) => {
      if (typeof content !== 'string') resolve(undefined);
      else
        resolve({
          text: content,
          isBase64: second === 'base64' || second === 'application/x-unknown-content-type',
        });
    });
  });
}
