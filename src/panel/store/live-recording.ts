import { signal, type ReadonlySignal } from '@preact/signals';
import type { CaptureStatus, Channel, PanelToWorker, WorkerToPanel } from '../../messaging/protocol.ts';
import type { Recording } from './recording.ts';

/** Feeds a recording from the worker, if there is one; answers what it says of itself, undefined until it has spoken. */
export function followWorker(
  channel: Channel<WorkerToPanel, PanelToWorker> | undefined,
  recording: Recording,
  onChange: () => void,
): ReadonlySignal<CaptureStatus | undefined> {
  const status = signal<CaptureStatus | undefined>(undefined);
  let sequence = 0;
  if (channel === undefined) return status;

  channel.onMessage((message) => {
    if (message.type === 'status') {
      status.value = message.status;
      return;
    }
    if (message.type === 'snapshot') {
      recording.replace(message.exchanges);
      status.value = message.status;
      sequence = message.sequence;
      return;
    }
    if (message.sequence !== sequence + 1) {
      channel.send({ type: 'subscribe' });
      return;
    }
    recording.change(message.exchanges, message.removed);
    sequence = message.sequence;
    onChange();
  });
  channel.onConnect(() => channel.send({ type: 'subscribe' }));
  return status;
}
