import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatingPlans, sessionPlans } from '../../testing/login-plans.ts';
import { loginTrace, type LoginPlan } from '../../testing/login-trace.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import type { Exchange } from '../http/exchange.ts';
import { createFlowStore, type FlowStore } from './flow-store.ts';
import { progressOf } from './progress.ts';

function view(store: FlowStore, id: string): unknown {
  const flow = store.flow(id);
  if (flow === undefined) return undefined;
  return {
    kind: flow.kind,
    messages: flow.messages.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
    hops: store.navigationsOf(flow).map((exchange) => exchange.id),
    preflights: store.preflightsOf(flow).map((exchange) => exchange.id),
    parent: store.parentOf(flow),
    outcome: progressOf(flow, store.navigationsOf(flow), Infinity).outcome,
  };
}

function snapshot(store: FlowStore): Record<string, unknown> {
  return Object.fromEntries(
    store
      .ids()
      .toSorted()
      .map((id) => [id, view(store, id)]),
  );
}

function storeOf(exchanges: readonly Exchange[]): FlowStore {
  const store = createFlowStore();
  for (const exchange of exchanges) store.ingest(exchange);
  return store;
}

fc.configureGlobal({ numRuns: 40 });

const noise = fromTraceText(`
GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/token"} id=n1 @0.1s
GET https://op.test/authorize?client_id=c&response_type=code&prompt=none&redirect_uri=https://app.test/silent&state=silent -> 302 https://app.test/silent?error=login_required&state=silent frame=7 id=n2 @3.3s
GET https://app.test/silent?error=login_required&state=silent -> 200 <p> frame=7 id=n3 @3.4s
GET https://shop.test/?code=SUMMER -> 200 <p> id=n4 @4.1s
GET https://op.test/style -> 200 body id=n5 @2.1s
GET https://up.test/authorize?client_id=op&response_type=code&redirect_uri=https://op.test/broker&state=up -> 302 https://op.test/broker?code=up&state=up tab=2 id=n6 @2.3s
GET https://op.test/broker?code=up&state=up -> 302 https://op.test/authorize tab=2 id=n7 @2.4s
GET https://api.test/rows [Authorization: Bearer access-login0-0] -> 401 id=n8 @9s
`);

const exchangesOf = (plans: readonly LoginPlan[]): readonly Exchange[] => [
  ...plans.flatMap((one) => fromTraceText(loginTrace(one))),
  ...noise,
];

/** Plans and numbers only, so that a counterexample can be read. */
const shuffled = fc.oneof(sessionPlans, repeatingPlans).chain((plans) => {
  const numbers = exchangesOf(plans).map((_, index) => index);
  return fc.record({
    plans: fc.constant(plans),
    order: fc.shuffledSubarray(numbers, { minLength: numbers.length }),
  });
});

interface Shuffled {
  readonly plans: readonly LoginPlan[];
  readonly order: readonly number[];
}

function inOrder({ plans, order }: Shuffled): readonly Exchange[] {
  const exchanges = exchangesOf(plans);
  return order.flatMap((index) => exchanges[index] ?? []);
}

describe('whatever logins interleave in whatever tabs', () => {
  test('each is one flow with all its messages and none of another', () => {
    fc.assert(
      fc.property(sessionPlans, (plans) => {
        const store = storeOf(exchangesOf(plans));
        for (const { name } of plans) {
          const found = store
            .ids()
            .map((id) => store.flow(id)?.messages.map(({ exchange }) => exchange.id) ?? [])
            .filter((ids) => ids.some((id) => id.startsWith(`${name}-`)));
          expect(found).toHaveLength(1);
          expect(found[0]?.filter((id) => !id.startsWith(`${name}-`) && id !== 'n8')).toEqual([]);
        }
      }),
    );
  });

  test('the order in which exchanges come does not matter', () => {
    fc.assert(
      fc.property(shuffled, (one) => {
        const exchanges = exchangesOf(one.plans);
        expect(snapshot(storeOf(inOrder(one)))).toEqual(snapshot(storeOf(exchanges)));
      }),
    );
  });

  test('every flow whose view changes is named by what changed it', () => {
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 2 }), (one, seed) => {
        const order = inOrder(one);
        const store = createFlowStore();
        const kept = new Map<string, unknown>();
        const refresh = (ids: readonly string[]): void => {
          for (const id of ids) {
            const seen = view(store, id);
            if (seen === undefined) kept.delete(id);
            else kept.set(id, seen);
          }
          expect(Object.fromEntries(kept)).toEqual(snapshot(store));
        };
        for (const exchange of order) refresh(store.ingest(exchange));
        for (const [index, exchange] of order.entries())
          if ((index + seed) % 3 === 0) refresh(store.forget(exchange.id));
      }),
      { numRuns: 20 },
    );
  });

  test('what comes again with more known replaces what was known', () => {
    fc.assert(
      fc.property(shuffled, (one) => {
        const exchanges = exchangesOf(one.plans);
        const order = inOrder(one);
        const pending = order.map((exchange) => ({
          ...exchange,
          status: undefined,
          redirectTarget: undefined,
          responseBody: undefined,
          responseHeaders: [],
          endedAt: undefined,
        }));
        expect(snapshot(storeOf([...pending, ...order, ...order]))).toEqual(snapshot(storeOf(exchanges)));
      }),
    );
  });

  test('what is forgotten was never seen', () => {
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 2 }), (one, seed) => {
        const exchanges = exchangesOf(one.plans);
        const gone = new Set(exchanges.filter((_, index) => (index + seed) % 3 === 0).map(({ id }) => id));
        const store = storeOf(inOrder(one));
        for (const id of gone) store.forget(id);
        expect(snapshot(store)).toEqual(snapshot(storeOf(exchanges.filter(({ id }) => !gone.has(id)))));
      }),
    );
  });
});

test('an exchange that carries nothing changes nothing', () => {
  const store = createFlowStore();
  const [exchange] = fromTraceText('GET https://app.test/data -> 200 {} kind=fetch');
  expect(exchange && store.ingest(exchange)).toEqual([]);
  expect(store.forget('never')).toEqual([]);
});
