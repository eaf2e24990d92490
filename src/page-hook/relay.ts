import type { PageHookToWorker } from '../messaging/protocol.ts';
import { deliver } from '../platform/deliver.ts';
import { greeting } from './greeting.ts';

// Runs beside the page, in a world of the extension's own that may speak to the worker.
document.addEventListener(greeting, connect, { once: true });

function connect(event: Event): void {
  const line = event instanceof MouseEvent ? event.relatedTarget : undefined;
  line?.addEventListener(greeting, (report) => {
    if (!(report instanceof CustomEvent) || typeof report.detail !== 'string') return;
    const answer: unknown = JSON.parse(report.detail);
    const message: Record<keyof PageHookToWorker, unknown> = { type: 'page_answered', id: newId(), answer };
    void deliver(message);
  });
}

/** `crypto.randomUUID` is missing from pages without HTTPS. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
