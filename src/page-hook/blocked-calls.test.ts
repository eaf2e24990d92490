import { expect, test } from 'vitest';
import type { PageAnswer } from '../messaging/protocol.ts';
import { createBlockedCalls } from './blocked-calls.ts';
import type { PageCall } from './page-call.ts';

const call = (url: string, requestBody?: string): PageCall => ({
  method: 'POST',
  url,
  startedAt: 5,
  requestBody,
  requestMediaType: '',
});
const enforced = { disposition: 'enforce', effectiveDirective: 'connect-src' } as const;

function recorder(): ReturnType<typeof createBlockedCalls> & { readonly reports: PageAnswer[] } {
  const reports: PageAnswer[] = [];
  return { ...createBlockedCalls((each) => void reports.push(each)), reports };
}

test('a call that the policy stops is reported once, with what it would have sent', () => {
  const { called, violated, reports } = recorder();
  called(call('https://op.test/token', 'code=k'));
  violated({ ...enforced, blockedURI: 'https://op.test/token' });
  violated({ ...enforced, blockedURI: 'https://op.test/token' });
  expect(reports).toEqual([
    {
      ...call('https://op.test/token', 'code=k'),
      status: undefined,
      networkError: 'net::ERR_BLOCKED_BY_CSP',
      responseBody: undefined,
      responseMediaType: '',
    },
  ]);
});

test('the fragment of the address, which a violation does not tell, makes no difference', () => {
  const { called, violated, reports } = recorder();
  called(call('https://op.test/token#x'));
  violated({ ...enforced, blockedURI: 'https://op.test/token' });
  expect(reports).toHaveLength(1);
});

test.each([
  [
    'a policy that only reports',
    { ...enforced, disposition: 'report', blockedURI: 'https://op.test/token' } as const,
  ],
  ['a picture', { ...enforced, effectiveDirective: 'img-src', blockedURI: 'https://op.test/token' }],
  ['another address', { ...enforced, blockedURI: 'https://op.test/other' }],
])('%s stops no call', (_, violation) => {
  const { called, violated, reports } = recorder();
  called(call('https://op.test/token'));
  violated(violation);
  expect(reports).toEqual([]);
});

test('calls long past are forgotten', () => {
  const { called, violated, reports } = recorder();
  called(call('https://op.test/first'));
  for (let index = 0; index < 16; index += 1) called(call(`https://op.test/${index}`));
  violated({ ...enforced, blockedURI: 'https://op.test/first' });
  expect(reports).toEqual([]);
});
