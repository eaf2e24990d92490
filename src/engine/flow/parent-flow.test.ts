import { describe, expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

const authorize = 'https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb';

describe('a login inside another is its child:', () => {
  const parents = (...lines: readonly string[]): readonly (string | undefined)[] =>
    flowsIn(lines.join('\n')).map(({ parent }) => parent);
  const inner =
    'GET https://up.test/authorize?client_id=broker&response_type=code&redirect_uri=https://op.test/cb&state=in';

  test('a broker logs in at its upstream', () => {
    expect(
      parents(
        `GET ${authorize}&state=s -> 302 https://up.test/`,
        `${inner} -> 302 https://op.test/cb?code=in&state=in`,
        'GET https://op.test/cb?code=in&state=in -> 302 https://app.test/cb?code=k&state=s',
      ),
    ).toEqual([undefined, 'flow-e1']);
  });

  test('a silent renewal belongs to the login', () => {
    expect(
      parents(
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s`,
        `GET ${authorize}&state=t&prompt=none -> 302 https://app.test/cb?code=l&state=t kind=frame frame=3`,
        `GET ${authorize}&state=u&prompt=none -> 302 https://app.test/cb?code=m&state=u kind=frame frame=4`,
      ),
    ).toEqual([undefined, 'flow-e1', 'flow-e1']);
  });

  test('a login that starts after the other has ended is not', () => {
    expect(
      parents(
        `GET ${authorize}&state=s -> 302 https://app.test/cb?code=k&state=s`,
        `${inner} -> 302 https://op.test/cb?code=in&state=in`,
      ),
    ).toEqual([undefined, undefined]);
  });

  test('a login in another tab is not', () => {
    expect(parents(`GET ${authorize}&state=s -> 200 <p>`, `${inner} -> 200 <p> tab=2`)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
