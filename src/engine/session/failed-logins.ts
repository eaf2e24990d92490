import { hasTexts, isFailure, joinValuesOf, type Texts } from './join-values.ts';
import type { SessionRecord } from './record.ts';

/** Which exchanges belong to a login that failed: those are dropped last. Knows what is in the log and nothing more. */
export interface FailedLogins {
  /** To be told of each record that is added or replaced; answers the records that belong to a failed login from now on. */
  put(record: SessionRecord): readonly SessionRecord[];
  remove(id: string): void;
  clear(): void;
}

/** What joins an exchange to others, and the texts that this was read from. */
interface Known extends Texts {
  readonly values: readonly string[];
}

/** Who has a value: most often one exchange. */
type Ids = string | string[];

function listOf(ids: Ids | undefined): readonly string[] {
  return typeof ids === 'string' ? [ids] : (ids ?? []);
}

/** Logins have fewer steps; what shares a value with more is no login, but something that repeats one. */
const longestLogin = 200;

/** Makes it over the records that `find` knows; a step costs what its own login has exchanges. */
export function createFailedLogins(find: (id: string) => SessionRecord | undefined): FailedLogins {
  const idsByValue = new Map<string, Ids>();
  const knownById = new Map<string, Known>();

  function remove(id: string): void {
    const known = knownById.get(id);
    if (known === undefined) return;
    knownById.delete(id);
    for (const value of known.values) {
      const ids = idsByValue.get(value);
      if (ids === id) idsByValue.delete(value);
      else if (typeof ids === 'object') {
        const at = ids.indexOf(id);
        if (at >= 0) ids.splice(at, 1);
        if (ids.length === 0) idsByValue.delete(value);
      }
    }
  }

  /** False when it is joined already, as at most events of a request. */
  function join({ request, exchange }: SessionRecord): boolean {
    const before = knownById.get(exchange.id);
    if (before !== undefined && hasTexts(exchange, before)) return false;
    remove(exchange.id);
    const own = joinValuesOf(exchange);
    // A request's own id, which joins its hops, is no pair.
    const values = request === undefined ? own : [...own, request];
    const { url, redirectTarget, requestBody } = exchange;
    knownById.set(exchange.id, { url, redirectTarget, body: requestBody?.text, values });
    for (const value of values) {
      const ids = idsByValue.get(value);
      if (ids === undefined) idsByValue.set(value, exchange.id);
      else if (typeof ids === 'string') idsByValue.set(value, [ids, exchange.id]);
      else if (ids.length < longestLogin) ids.push(exchange.id);
    }
    return true;
  }

  /** Does it share no value, as the first message of a login? */
  function isAlone(id: string): boolean {
    return knownById.get(id)?.values.every((value) => idsByValue.get(value) === id) ?? true;
  }

  function loginOf(id: string): readonly SessionRecord[] {
    const seen = new Set([id]);
    for (const each of seen) {
      for (const value of knownById.get(each)?.values ?? []) {
        for (const other of listOf(idsByValue.get(value))) if (seen.size < longestLogin) seen.add(other);
      }
    }
    return [...seen].flatMap((each) => find(each) ?? []);
  }

  return {
    put: (record) => {
      if (!record.related) return [];
      const isMoved = join(record);
      const hasFailed = isFailure(record.exchange);
      // Whoever failed before marked all of its login, this one among them.
      if (!isMoved && (record.failed || !hasFailed)) return [];
      if (!hasFailed && isAlone(record.exchange.id)) return [];
      const login = loginOf(record.exchange.id);
      if (!hasFailed && !login.some(({ failed }) => failed)) return [];
      return login.flatMap((each) => (each.failed ? [] : [{ ...each, failed: true }]));
    },
    remove,
    clear: () => {
      idsByValue.clear();
      knownById.clear();
    },
  };
}
