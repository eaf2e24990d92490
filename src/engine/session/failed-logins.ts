import { isFailure, joinValuesOf } from './join-values.ts';
import type { SessionRecord } from './record.ts';

/** Which exchanges belong to a login that failed: those are dropped last. Knows what is in the log and nothing more. */
export interface FailedLogins {
  /** To be told of each record that is added or replaced; answers the records that belong to a failed login from now on. */
  put(record: SessionRecord): readonly SessionRecord[];
  remove(id: string): void;
  clear(): void;
}

/** Logins have fewer steps; what shares a value with more is no login, but something that repeats one. */
const longestLogin = 200;

/** Makes it over the records that `find` knows; a step costs what its own login has exchanges. */
export function createFailedLogins(find: (id: string) => SessionRecord | undefined): FailedLogins {
  const idsByValue = new Map<string, Set<string>>();
  const valuesById = new Map<string, readonly string[]>();

  function remove(id: string): void {
    for (const value of valuesById.get(id) ?? []) {
      const ids = idsByValue.get(value);
      ids?.delete(id);
      if (ids?.size === 0) idsByValue.delete(value);
    }
    valuesById.delete(id);
  }

  function add({ request, exchange }: SessionRecord): void {
    const values = joinValuesOf(exchange);
    const all = request === undefined ? values : [...values, `request ${request}`];
    valuesById.set(exchange.id, all);
    for (const value of all) {
      const ids = idsByValue.get(value);
      if (ids === undefined) idsByValue.set(value, new Set([exchange.id]));
      else if (ids.size < longestLogin) ids.add(exchange.id);
    }
  }

  function loginOf(id: string): readonly SessionRecord[] {
    const seen = new Set([id]);
    for (const each of seen) {
      for (const value of valuesById.get(each) ?? []) {
        for (const other of idsByValue.get(value) ?? []) if (seen.size < longestLogin) seen.add(other);
      }
    }
    return [...seen].flatMap((each) => find(each) ?? []);
  }

  return {
    put: (record) => {
      const { id } = record.exchange;
      remove(id);
      if (!record.related) return [];
      add(record);
      const login = loginOf(id);
      if (!isFailure(record.exchange) && !login.some(({ failed }) => failed)) return [];
      return login.flatMap((each) => (each.failed ? [] : [{ ...each, failed: true }]));
    },
    remove,
    clear: () => {
      idsByValue.clear();
      valuesById.clear();
    },
  };
}
