import { hasSameTexts, isFailure, joinValuesOf } from './join-values.ts';
import type { SessionRecord } from './record.ts';

/** Which exchanges belong to a login that failed: those are dropped last. Knows what is in the log and nothing more. */
export interface FailedLogins {
  /** To be told of each record, and of the one that it replaces; answers the records that belong to a failed login from now on. */
  put(step: Step, before: SessionRecord | undefined): readonly SessionRecord[];
  remove(step: Step): void;
  clear(): void;
}

/** A record that is kept, with what is noted of it here. */
export interface Step {
  readonly record: SessionRecord;
  /** What joins its exchange to others; undefined until it is a message of a login. */
  values: readonly string[] | undefined;
}

/** Who has a value: most often one exchange. */
type Ids = string | string[];

function listOf(ids: Ids | undefined): readonly string[] {
  return typeof ids === 'string' ? [ids] : (ids ?? []);
}

/** The id of the hop of the same request that many hops later; no hop may have it. */
function hopId({ hop, exchange: { id } }: SessionRecord, later: number): string {
  return `${id.slice(0, -String(hop).length)}${hop + later}`;
}

/** Logins have fewer steps; what shares a value with more is no login, but something that repeats one. */
const longestLogin = 200;

/** Makes it over the steps that `find` knows; a step costs what its own login has exchanges. */
export function createFailedLogins(find: (id: string) => Step | undefined): FailedLogins {
  const idsByValue = new Map<string, Ids>();

  function remove({ record, values }: Step): void {
    if (values === undefined) return;
    const { id } = record.exchange;
    for (const value of values) {
      const ids = idsByValue.get(value);
      if (ids === id) idsByValue.delete(value);
      else if (typeof ids === 'object') {
        const at = ids.indexOf(id);
        if (at >= 0) ids.splice(at, 1);
        if (ids.length === 0) idsByValue.delete(value);
      }
    }
  }

  function add(value: string, id: string): void {
    const ids = idsByValue.get(value);
    if (ids === undefined) idsByValue.set(value, id);
    else if (typeof ids === 'string') idsByValue.set(value, [ids, id]);
    else if (ids.length < longestLogin) ids.push(id);
  }

  /** False when it is joined already, as at most events of a request. */
  function join(step: Step, before: SessionRecord | undefined): boolean {
    const { exchange } = step.record;
    if (step.values !== undefined && before !== undefined && hasSameTexts(before.exchange, exchange))
      return false;
    remove(step);
    step.values = joinValuesOf(exchange);
    for (const value of step.values) add(value, exchange.id);
    return true;
  }

  /** Does it share no value, as the first message of a login? A later hop has failed with the one before it. */
  function isAlone({ record, values }: Step): boolean {
    return values?.every((value) => idsByValue.get(value) === record.exchange.id) ?? true;
  }

  function joinedTo({ record, values = [] }: Step): readonly string[] {
    const hops = record.request === undefined ? [] : [hopId(record, -1), hopId(record, 1)];
    return [...hops, ...values.flatMap((value) => listOf(idsByValue.get(value)))];
  }

  function loginOf(id: string): readonly SessionRecord[] {
    const seen = new Set([id]);
    const login: SessionRecord[] = [];
    for (const each of seen) {
      const step = find(each);
      if (step === undefined) continue;
      login.push(step.record);
      for (const other of joinedTo(step)) {
        // The next hop may not be there yet, and one that is no message of a login is joined to nothing.
        if (seen.size < longestLogin && find(other)?.values !== undefined) seen.add(other);
      }
    }
    return login;
  }

  return {
    put: (step, before) => {
      const { record } = step;
      if (!record.related) return [];
      const isMoved = join(step, before);
      const hasFailed = isFailure(record.exchange);
      // Whoever failed before marked all of its login, this one among them.
      if (!isMoved && (record.failed || !hasFailed)) return [];
      if (!hasFailed && isAlone(step)) return [];
      const login = loginOf(record.exchange.id);
      if (!hasFailed && !login.some(({ failed }) => failed)) return [];
      return login.flatMap((each) => (each.failed ? [] : [{ ...each, failed: true }]));
    },
    remove,
    clear: () => idsByValue.clear(),
  };
}
