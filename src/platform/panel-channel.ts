import { isWorkerToPanel } from '../messaging/accept.ts';
import type { Channel, PanelToWorker, WorkerToPanel } from '../messaging/protocol.ts';
import { connectToWorker } from './connect-to-worker.ts';

/** The panel's channel to the worker. */
export function openPanelChannel(): Channel<WorkerToPanel, PanelToWorker> {
  return connectToWorker('panel', isWorkerToPanel);
}
