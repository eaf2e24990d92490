import type { DevtoolsToWorker, PanelToWorker, WorkerToPanel } from './protocol.ts';

const toPanel: ReadonlySet<unknown> = new Set<WorkerToPanel['type']>(['snapshot', 'changed', 'status']);
const fromPanel: ReadonlySet<unknown> = new Set<PanelToWorker['type']>([
  'subscribe',
  'clear',
  'change_settings',
]);

/** Asks whether a message is one of the worker's to a panel; its members are trusted, being our own. */
export function isWorkerToPanel(message: unknown): message is WorkerToPanel {
  return toPanel.has(typeOf(message));
}

/** Asks whether a message is one of a panel's to the worker. */
export function isPanelToWorker(message: unknown): message is PanelToWorker {
  return fromPanel.has(typeOf(message));
}

/** Asks whether a message is one of a devtools page's to the worker. */
export function isDevtoolsToWorker(message: unknown): message is DevtoolsToWorker {
  return typeOf(message) === 'observed';
}

function typeOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
}
