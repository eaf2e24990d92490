import { afterEach, expect, test, vi } from 'vitest';
import { ensureFirefox } from './ensure-firefox.mjs';

afterEach(() => vi.unstubAllEnvs());

test('the Firefox that the environment names is taken', () => {
  vi.stubEnv('GRANTSCOPE_FIREFOX', process.execPath);
  expect(ensureFirefox()).toEqual({ path: process.execPath });
});

test('where the environment names no file, that is why there is no Firefox', () => {
  vi.stubEnv('GRANTSCOPE_FIREFOX', '/no/such/firefox');
  expect(ensureFirefox()).toEqual({
    reason: 'GRANTSCOPE_FIREFOX names "/no/such/firefox", where there is no file.',
  });
});
