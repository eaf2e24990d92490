import type { Exchange } from '../http/exchange.ts';
import { isJsonObject } from '../http/json.ts';
import type { ObservedAnswer } from '../http/observed-answer.ts';

/** An exchange in the log with what the log must remember of it to go on after a restart. */
export interface SessionRecord {
  /** Place in the order of arrival. */
  readonly number: number;
  /** The browser's id, the same for all hops of a redirect chain; undefined when webRequest did not see it. */
  readonly request: string | undefined;
  readonly hop: number;
  /** True when no more webRequest events of this request will come. */
  readonly ended: boolean;
  /** False for navigations that have nothing to do with a login, as far as can be told cheaply. */
  readonly related: boolean;
  /** True when it belongs to a login that failed, as far as can be told cheaply; such are dropped last. */
  readonly failed: boolean;
  /** The observation that each other channel made of it, so that no second one is merged into it. */
  readonly observations: Readonly<Partial<Record<ObservedAnswer['channel'], string>>>;
  readonly exchange: Exchange;
}

/** The record as text, for a store that keeps text. */
export function toText(record: SessionRecord): string {
  return JSON.stringify(record);
}

/** What `toText` wrote; undefined for anything else. */
export function fromText(text: string): SessionRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The outline is enough: nobody but `toText` writes where this is read. */
function isRecord(value: unknown): value is SessionRecord {
  return (
    isJsonObject(value) &&
    typeof value['number'] === 'number' &&
    isJsonObject(value['exchange']) &&
    typeof value['exchange']['id'] === 'string'
  );
}
