import { expect, test } from 'vitest';
import { fromHar } from './from-har.ts';
import { isProblem } from './problem.ts';

/** Tab and frame of entries that have these members, by who wrote them. */
function places(creator: string, ...members: readonly object[]): readonly (readonly unknown[])[] {
  const entries = members.map((each) => ({
    request: { method: 'GET', url: 'https://op.test/', headers: [] },
    response: { status: 200 },
    ...each,
  }));
  const read = fromHar(JSON.stringify({ log: { creator: { name: creator }, entries } }), 'a.har');
  if (isProblem(read)) throw new Error(read.reason);
  return read.map(({ tab, frame }) => [tab, frame]);
}

const [first, inner, second] = [
  { pageref: 'page@1', _frameref: 'frame@1' },
  { pageref: 'page@1', _frameref: 'frame@2' },
  { pageref: 'page@2' },
];

test('only Playwright names tabs and frames', () => {
  expect(places('Playwright', first, inner, second)).toEqual([
    [1, 0],
    [1, 1],
    [2, undefined],
  ]);
  expect(places('Charles Proxy', first, second)).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test.each(['WebInspector', 'WebKit Web Inspector', 'Firefox'])(
  'all that a page made is one tab in an export of %s, and a frame is told from it',
  (creator) => {
    const headers = [{ name: 'Sec-Fetch-Dest', value: 'iframe' }];
    const request = { method: 'GET', url: 'https://op.test/', headers };
    expect(places(creator, first, second, { ...first, request }, {})).toEqual([
      [1, undefined],
      [1, undefined],
      [1, 1],
      [undefined, undefined],
    ]);
  },
);
