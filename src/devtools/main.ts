import {
  fromFinishedRequest,
  mayHaveTellingBody,
  textOfContent,
} from '../engine/http/from-finished-request.ts';
import type { DevtoolsToWorker } from '../messaging/protocol.ts';
import { addPanel } from '../platform/add-panel.ts';
import { stayConnected } from '../platform/connect-to-worker.ts';
import { deliver } from '../platform/deliver.ts';
import { onRequestFinished, type DevtoolsRequest } from '../platform/devtools-network.ts';

addPanel();
stayConnected('devtools');
onRequestFinished((request) => void observe(request));

/** Sends the worker what webRequest cannot see: the answer's body. */
async function observe({ tab, entry, content }: DevtoolsRequest): Promise<void> {
  const finished = fromFinishedRequest(entry);
  if (finished === undefined || !mayHaveTellingBody(finished)) return;
  const body = await content();
  const message: DevtoolsToWorker = {
    type: 'observed',
    answer: {
      ...finished,
      id: crypto.randomUUID(),
      channel: 'devtools_network',
      tab,
      responseBody: body === undefined ? undefined : textOfContent(body.text, body.isBase64),
    },
  };
  await deliver(message);
}
