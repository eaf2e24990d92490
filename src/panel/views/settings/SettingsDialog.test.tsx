// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../engine/analyze.ts';
import { valueAt } from '../../../engine/http/value-at.ts';
import { createRedactor } from '../../../engine/trace/redact.ts';
import { createStore } from '../../store/create-store.ts';
import { SettingsDialog } from './SettingsDialog.tsx';

test('what worked is remembered once its switch is on, and forgotten when it is off', async () => {
  const written: (number | undefined)[] = [];
  const store = createStore({
    channel: { send: () => undefined, onMessage: () => undefined, onConnect: () => undefined },
    recordingParts: () => ({
      analyzer: createAnalyzer(),
      redactor: createRedactor({ key: new Uint8Array(32) }),
      valueAt,
      now: () => 0,
      later: (task) => task(),
    }),
    shareParts: { randomKey: () => new Uint8Array(32), now: () => 0, version: '0.0.0' },
    explanations: signal(undefined),
    registrationMemory: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
    successMemory: {
      read: () => Promise.resolve(undefined),
      write: (all) => Promise.resolve(void written.push(all?.length)),
    },
    fetchDocument: undefined,
    tab: 1,
  });
  const root = document.createElement('div');
  document.body.append(root);
  const settings = <SettingsDialog store={store} onClose={() => undefined} />;
  void act(() => render(settings, root));
  const label = [...root.querySelectorAll('label')].find((each) =>
    each.textContent.includes('Remember what worked'),
  );
  const box = label?.querySelector('input');
  expect(box?.checked).toBe(false);
  void act(() => box?.click());
  expect(store.successes.isOn.value).toBe(true);
  void act(() => box?.click());
  expect(store.successes.isOn.value).toBe(false);
  await expect.poll(() => written).toEqual([0, undefined]);
});
