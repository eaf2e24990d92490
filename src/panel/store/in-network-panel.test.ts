import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { inNetworkPanel } from './in-network-panel.ts';
import type { StoreParts } from './store-parts.ts';

const parts: StoreParts = {
  channel: undefined,
  recordingParts: () => {
    throw new Error('Nothing is recorded here.');
  },
  shareParts: { randomKey: () => new Uint8Array(32), now: () => 0, version: '0.0.0' },
  explanations: signal(undefined),
  fetchDocument: undefined,
  registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
  successMemory: undefined,
  tab: 1,
};

/** The filter that shows a request, in a browser that can. */
function filterFor(text: string): string | undefined {
  const shown: string[] = [];
  for (const exchange of fromTraceText(text)) {
    inNetworkPanel(exchange, { ...parts, showInNetwork: (filter) => shown.push(filter) })?.();
  }
  return shown[0];
}

test.each([
  ['POST https://op.test:8443/t1/token code=k -> 200 {} tab=1', 'method:POST url:/t1/token'],
  ['GET https://op.test/authorize?state=s#x -> 200 ok tab=1', 'method:GET url:/authorize'],
  ['GET https://op.test/reset/‹secret·a1b2·32 chars›/now -> 200 ok tab=1', 'method:GET url:/reset/'],
  ['GET https://op.test/authorize -> 200 ok tab=2', undefined],
])('%s is found by %s', (request, filter) => {
  expect(filterFor(request)).toBe(filter);
});

test('where the browser shows no request, none is offered', () => {
  const [exchange] = fromTraceText('GET https://op.test/authorize -> 200 ok tab=1');
  expect(exchange && inNetworkPanel(exchange, parts)).toBeUndefined();
});
