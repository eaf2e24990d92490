import { expect, test } from 'vitest';
import { createAnalyzer } from '../../engine/analyze.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createPreferences, type Preferences } from './preferences.ts';

const initial: Preferences = { theme: 'auto', times: 'local', lifetimes: [] };
const nowhere = (): Promise<void> => Promise.resolve();

test.each([
  [undefined, initial],
  ['dark', initial],
  [{ theme: 'pink', times: 'mars', lifetimes: [{ authority: 'op.test' }, 3] }, initial],
  [
    { theme: 'dark', times: 'utc', lifetimes: [{ authority: 'op.test', milliseconds: 30_000 }] },
    { theme: 'dark', times: 'utc', lifetimes: [{ authority: 'op.test', milliseconds: 30_000 }] },
  ],
])('what was stored is taken as far as it has the right shape: %j', async (stored, expected) => {
  const { current } = createPreferences(
    { read: () => Promise.resolve(stored), write: nowhere },
    () => undefined,
  );
  await expect.poll(() => current.value).toEqual(expected);
});

test('a choice is written, and what is read after it does not undo it', async () => {
  const written: Preferences[] = [];
  const { current, change } = createPreferences(
    {
      read: () => Promise.resolve({ theme: 'light' }),
      write: (each) => Promise.resolve(void written.push(each)),
    },
    () => undefined,
  );
  change({ theme: 'dark' });
  await Promise.resolve();
  expect([current.value.theme, written]).toEqual(['dark', [{ ...initial, theme: 'dark' }]]);
});

test('a lifetime that the user sets decides whether a code was too old', () => {
  const analyzer = createAnalyzer();
  const exchanges = fromTraceText(`
GET https://op.test/authorize?response_type=code&client_id=shop&state=st4te-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app @0s
POST https://op.test/token grant_type=authorization_code&client_id=shop&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 400 {"error":"invalid_grant"} @40s
`);
  for (const exchange of exchanges) analyzer.ingest(exchange);
  const { change } = createPreferences(undefined, (lifetimes) => analyzer.know({ lifetimes }));
  const sentence = (): string | undefined => analyzer.report().flows[0]?.verdict.causes[0]?.sentence;
  change({ lifetimes: [{ authority: 'op.test', milliseconds: 30_000 }] });
  expect(sentence()).toMatch(/The code had expired: .* your setting gives it 30 s/u);
  change({ lifetimes: [{ authority: 'op.test', milliseconds: 60_000 }] });
  expect(sentence()).not.toContain('your setting');
});
