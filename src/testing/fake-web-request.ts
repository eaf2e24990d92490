import { fitsPattern } from './match-pattern.ts';

const events = [
  'onBeforeRequest',
  'onSendHeaders',
  'onHeadersReceived',
  'onBeforeRedirect',
  'onCompleted',
  'onErrorOccurred',
] as const;

/** What every event says of its request. */
interface Details {
  readonly requestId: string;
  readonly timeStamp: number;
  readonly url: string;
  readonly type: string;
  readonly initiator?: string;
  readonly requestHeaders?: readonly { readonly name: string }[];
}

type Listener = (details: Details) => unknown;

interface Filter {
  readonly urls: readonly string[];
  readonly types: readonly string[];
}

/** What a function listens to, and whether it asked for what is hidden otherwise. */
interface Registration extends Filter {
  readonly hearsAll: boolean;
}

/** The `webRequest` of a browser as far as listeners go: a function listens to an event once, with its first filter. */
export interface FakeWebRequest {
  readonly api: Readonly<Record<string, unknown>>;
  /** Tells every listener whose filter fits; `hidden` is added for those that asked for it (`extraHeaders`). */
  emit(event: (typeof events)[number], details: Details, hidden?: Partial<Details>): void;
  /** Functions that listen, over all events. */
  count(): number;
}

/** Makes one without listeners. */
export function createFakeWebRequest(): FakeWebRequest {
  const listeners = new Map(events.map((event) => [event, new Map<Listener, Registration>()]));
  const apiOf = (ofEvent: Map<Listener, Registration>): unknown => ({
    addListener: (listener: Listener, filter: Filter, asked: readonly string[] = []) => {
      if (!ofEvent.has(listener))
        ofEvent.set(listener, { ...filter, hearsAll: asked.includes('extraHeaders') });
    },
    removeListener: (listener: Listener) => ofEvent.delete(listener),
  });
  return {
    api: Object.fromEntries([...listeners].map(([event, ofEvent]) => [event, apiOf(ofEvent)])),
    emit: (event, details, hidden = {}) => {
      for (const [listener, { urls, types, hearsAll }] of listeners.get(event) ?? []) {
        if (types.includes(details.type) && urls.some((each) => fitsPattern(each, details.url)))
          listener(hearsAll ? { ...details, ...hidden } : details);
      }
    },
    count: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  };
}
