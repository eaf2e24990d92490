import { describe, expect, test } from 'vitest';
import { storeIn } from '../../testing/flows.ts';
import { traceStart } from '../../testing/trace-text.ts';
import { codeLifeOf, sharesClock } from './code-life.ts';
import type { CodeLife } from './vocabulary.ts';

const ask =
  'GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s took=100ms @0s';
const redeem = 'POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"}';

function lifeOf(...lines: readonly string[]): CodeLife | undefined {
  const store = storeIn(lines.join('\n'));
  const flow = store.flow(store.ids()[0] ?? '');
  return flow && codeLifeOf(flow, store.authority(flow.authorizationRequest?.endpoint ?? ''));
}

describe('the life of a code', () => {
  test('starts when the answer that carries it came, and ends when it is redeemed', () => {
    expect(lifeOf(ask, `${redeem} @2s`)).toEqual({
      issuedIn: 'e1',
      issuedAt: traceStart + 90,
      redeemedAt: traceStart + 2000,
      age: 1910,
      lifetime: 600_000,
      lifetimeSource: 'RFC 6749 §4.1.2',
    });
  });

  test('starts at the callback when nothing before it was seen', () => {
    const life = lifeOf('GET https://app.test/cb?code=k&state=s -> 200 <p> @1s', `${redeem} @2s`);
    expect(life).toMatchObject({ issuedAt: traceStart + 1000, age: 1000 });
  });

  test('is not prolonged by a second redemption', () => {
    expect(lifeOf(ask, `${redeem} @2s`, `${redeem} @700s`)?.age).toBe(1910);
  });

  test('is never negative, whatever the clocks say', () => {
    expect(lifeOf(ask, `${redeem} source=backend tab=none @0s`)?.age).toBe(0);
  });

  test('has no end while nobody redeems it', () => {
    expect(lifeOf(ask)).toMatchObject({ redeemedAt: undefined, age: undefined });
  });

  test('is none without a code', () => {
    expect(lifeOf(`${ask.slice(0, ask.indexOf(' ->'))} -> 200 <p>`)).toBeUndefined();
  });
});

test('a recording of a back end has its own clock', () => {
  const shares = (line: string): boolean | undefined => {
    const store = storeIn([ask, line].join('\n'));
    const flow = store.flow(store.ids()[0] ?? '');
    const [redemption] = flow?.redemptions ?? [];
    return flow && redemption && sharesClock(flow, redemption);
  };
  expect(shares(redeem)).toBe(true);
  expect(shares(`${redeem} source=backend tab=none`)).toBe(false);
});
