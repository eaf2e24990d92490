// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { carelessReport } from '../../testing/planted/careless-report.ts';
import { findLeaks } from '../../testing/planted/leak-search.ts';
import { plantedTraffic } from '../../testing/planted/traffic.ts';
import { storeOf } from '../../testing/store-of.ts';
import type { DetailTab } from '../store/create-store.ts';
import { Detail } from './detail/Detail.tsx';
import { App } from './App.tsx';

const tabs: readonly DetailTab[] = ['sequence', 'findings', 'compare', 'tokens', 'unseen', 'raw'];
/** Dialogs, each with what stands in it when it has been loaded and filled. */
const dialogs = [
  ['help', 'dialog[aria-label=Help]'],
  ['settings', 'dialog[aria-label=Settings]'],
  ['share', 'dialog[aria-label=Export] pre.preview'],
] as const;

const { exchanges, planted } = plantedTraffic();
const { flows } = carelessReport(exchanges, [...planted.keys()]);

/** Ten exchanges to a flow, since each view is drawn anew for each. */
const fewer = flows.flatMap((flow, index) => {
  if (index % 10 !== 0) return [];
  const steps = flows.slice(index, index + 10).flatMap((each) => each.steps.slice(0, 1));
  return [{ ...flow, id: `flow ${index}`, steps, exchanges: steps.map(({ exchange }) => exchange) }];
});

/** The document as it is: each tag with its attributes, each text without the markup inside it, and what fields hold. */
function documentOf(root: HTMLElement): readonly string[] {
  const whole = [
    ...root.querySelectorAll('h1, h2, h3, p, li, td, th, pre, label, summary, text, title, option'),
  ];
  const fields = [...root.querySelectorAll('input')].map(({ value }) => value);
  return [...root.innerHTML.split(/(?=<)/), ...whole.map(({ textContent }) => textContent), ...fields];
}

test('no planted value is in the panel: every view and step of every login, every dialog, the news', async () => {
  const store = storeOf(exchanges, { flows: fewer });
  const root = document.createElement('div');
  document.body.append(root);
  await act(() => render(<App store={store} detail={signal(Detail)} />, root));
  const seen = new Set<string>();
  const look = async (change: () => void): Promise<void> => {
    await act(change);
    documentOf(root).forEach((text) => seen.add(text));
  };
  await look(() => (store.unfolded.value = true));
  for (const flow of fewer) {
    await look(() => store.select(flow.id));
    for (const tab of tabs) await look(() => (store.detailTab.value = tab));
    await look(() => (store.detailTab.value = 'sequence'));
    for (const step of flow.steps) await look(() => store.selectStep(step));
  }
  for (const [dialog, content] of dialogs) {
    await act(() => void (store.dialog.value = dialog));
    await expect.poll(() => root.querySelector(content)?.textContent).toMatch(/\S/u);
    await look(() => {});
  }
  await look(() => (store.dialog.value = undefined));
  const text = [...seen].join('\n');
  expect(text).toContain('‹client_secret·');
  expect(findLeaks(text, planted.keys()).map((value) => `${planted.get(value)}: ${value}`)).toEqual([]);
});
