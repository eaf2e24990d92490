import { fromText, toText, type SessionRecord } from '../engine/session/record.ts';
import type { Forgotten } from '../engine/session/stock.ts';

/** A key-value store of the browser's that outlives the worker; text only. */
export interface TextArea {
  /** Applied in the order of the calls. Rejects when the browser refuses, e.g. for lack of space. */
  set(items: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  all(): Promise<ReadonlyMap<string, string>>;
}

/** What outlives the worker beside the exchanges. */
export interface Memo {
  readonly run: string;
  readonly cookieKey: string;
  readonly forgotten: Forgotten;
  readonly devtoolsOpen: boolean;
}

/** The stored log. What is saved is handed to the browser before the current task ends, so a kill takes nothing back. */
export interface LogStore {
  load(): Promise<{ readonly records: readonly SessionRecord[]; readonly memo: Memo | undefined }>;
  save(record: SessionRecord): void;
  remove(ids: readonly string[]): void;
  remember(memo: Memo): void;
  /** Resolves when the browser has answered for everything saved so far. */
  settled(): Promise<void>;
}

type Batch = ReadonlyMap<string, string | undefined>;

const recordKey = 'exchange.';
const memoKey = 'memo';

/** Makes a store over `area`. `onRefused` hears when the browser begins or ceases to refuse. */
export function createLogStore(area: TextArea, onRefused: (refused: boolean) => void): LogStore {
  /** What is not handed over yet, by key; undefined is to be removed. */
  let waiting = new Map<string, string | undefined>();
  /** The batch that last had a key, until the browser answers for it. */
  const underWay = new Map<string, Batch>();
  let chain: Promise<void> = Promise.resolve();
  let scheduled = false;
  let refused = false;

  function change(key: string, text: string | undefined): void {
    waiting.set(key, text);
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(flush);
  }

  function flush(): void {
    scheduled = false;
    const batch = waiting;
    waiting = new Map();
    for (const key of batch.keys()) underWay.set(key, batch);
    // Handed over at once, not after the write before: the browser keeps the order, and the worker may be killed any time.
    const written = write(batch);
    chain = chain.then(() => written);
  }

  async function write(batch: Batch): Promise<void> {
    const removed = [...batch].flatMap(([key, text]) => (text === undefined ? [key] : []));
    const items = [...batch].flatMap(([key, text]) => (text === undefined ? [] : [[key, text] as const]));
    try {
      await Promise.all([
        removed.length > 0 ? area.remove(removed) : undefined,
        items.length > 0 ? area.set(Object.fromEntries(items)) : undefined,
      ]);
      tell(false);
    } catch {
      keepForLater(batch);
      tell(true);
    }
    for (const key of batch.keys()) if (underWay.get(key) === batch) underWay.delete(key);
  }

  /** What was refused is tried again with the next change, unless something newer is on its way. */
  function keepForLater(batch: Batch): void {
    for (const [key, text] of batch) {
      if (underWay.get(key) === batch && !waiting.has(key)) waiting.set(key, text);
    }
  }

  function tell(now: boolean): void {
    if (refused === now) return;
    refused = now;
    onRefused(now);
  }

  return {
    load: async () => {
      const stored = await area.all();
      const records = [...stored].flatMap(([key, text]) =>
        key.startsWith(recordKey) ? (fromText(text) ?? []) : [],
      );
      return { records, memo: memoOf(stored.get(memoKey)) };
    },
    save: (record) => change(recordKey + record.exchange.id, toText(record)),
    remove: (ids) => ids.forEach((id) => change(recordKey + id, undefined)),
    remember: (memo) => change(memoKey, JSON.stringify(memo)),
    settled: async () => {
      await Promise.resolve();
      await chain;
    },
  };
}

function memoOf(text: string | undefined): Memo | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return isMemo(value) ? value : undefined;
}

function isMemo(value: unknown): value is Memo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'run' in value &&
    'cookieKey' in value &&
    'forgotten' in value
  );
}
