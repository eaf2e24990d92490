import type { Worker } from '@playwright/test';
import { analyze } from '../../src/engine/analyze.ts';
import type { Exchange } from '../../src/engine/http/exchange.ts';
import type { ObservedAnswer } from '../../src/engine/http/observed-answer.ts';
import type { SessionRecord } from '../../src/engine/session/record.ts';
import { isDevtoolsToWorker, isPageHookToWorker } from '../../src/messaging/accept.ts';
import { storedRecords } from '../support/log.ts';
import type { Expected, Part } from './row.ts';

/** Where what the other channels tell the worker is kept: in the worker itself, or in another page of ours. */
export type Listener = Pick<Worker, 'evaluate'>;

/** Has a listener keep what the other channels tell the worker, before the log takes the best of each. */
export async function listenIn(listener: Listener): Promise<void> {
  await listener.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message) => void heard.push(message));
  });
}

/** What each channel has delivered by now of the last message that `is` means, and the report on all that was seen. */
export async function measure(
  worker: Worker,
  is: (exchange: Exchange) => boolean,
  listener: Listener = worker,
): Promise<Expected> {
  const records = await storedRecords(worker);
  const record = records.findLast(({ exchange }) => is(exchange));
  const heard: unknown = await listener.evaluate('globalThis.heard');
  const messages: readonly unknown[] = Array.isArray(heard) ? heard : [];
  const toldOf = (channel: ObservedAnswer['channel']): readonly Part[] => {
    const id = record?.observations[channel];
    const told = messages.map(observationOf).find((each) => id !== undefined && each?.id === id);
    return told === undefined ? [] : partsOfAnswer(told.answer);
  };
  return {
    web_request: record === undefined ? [] : partsOfRequest(record),
    devtools_network: toldOf('devtools_network'),
    page_hook: toldOf('page_hook'),
    report: analyze(records.map(({ exchange }) => exchange)).flows.map(({ verdict }) =>
      [verdict.outcome, ...verdict.causes.slice(0, 1).map(({ id }) => id)].join(': '),
    ),
  };
}

type Told = Pick<ObservedAnswer, 'requestBody' | 'status' | 'responseBody'>;

function observationOf(message: unknown): { readonly id: string; readonly answer: Told } | undefined {
  if (isDevtoolsToWorker(message)) return { id: message.answer.id, answer: message.answer };
  return isPageHookToWorker(message) ? message : undefined;
}

function partsOfAnswer({ requestBody, status, responseBody }: Told): readonly Part[] {
  return [
    'request',
    ...(requestBody === undefined ? [] : (['body'] as const)),
    ...(status === undefined ? [] : (['status'] as const)),
    ...(responseBody === undefined ? [] : (['answer'] as const)),
  ];
}

function partsOfRequest({ exchange }: SessionRecord): readonly Part[] {
  const { channels, known, requestBody, status } = exchange;
  if (!channels.includes('web_request')) return [];
  return [
    'request',
    ...(known.requestHeaders ? (['headers'] as const) : []),
    ...(known.requestBody && requestBody !== undefined ? (['body'] as const) : []),
    ...(status === undefined ? [] : (['status'] as const)),
  ];
}
