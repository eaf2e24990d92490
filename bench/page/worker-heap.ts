import type { BrowserContext, CDPSession } from '@playwright/test';

/** Asks the extension's worker, beside Playwright, which cannot look into its heap. */
export interface WorkerHeap {
  /** Bytes in use after everything that can be collected was. */
  used(): Promise<number>;
}

/** Attaches to the worker of the only extension. */
export async function workerHeap(context: BrowserContext): Promise<WorkerHeap> {
  const browser = context.browser();
  if (browser === null) throw new Error('The context has no browser.');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-ext'),
  );
  if (worker === undefined) throw new Error('The worker does not run.');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: false,
  });
  let count = 0;

  async function ask(method: string): Promise<unknown> {
    count += 1;
    const answer = answerTo(session, sessionId, count);
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: count, method }),
    });
    return answer;
  }

  return {
    used: async () => {
      await ask('HeapProfiler.enable');
      // Once does not reach what finalizers let go.
      await ask('HeapProfiler.collectGarbage');
      await ask('HeapProfiler.collectGarbage');
      const usage = await ask('Runtime.getHeapUsage');
      return typeof usage === 'object' && usage !== null && 'usedSize' in usage
        ? Number(usage.usedSize)
        : Number.NaN;
    },
  };
}

function answerTo(session: CDPSession, sessionId: string, id: number): Promise<unknown> {
  return new Promise((resolve) => {
    const listener = (event: { readonly sessionId: string; readonly message: string }): void => {
      const message: unknown = JSON.parse(event.message);
      if (event.sessionId !== sessionId || typeof message !== 'object' || message === null) return;
      if (!('id' in message) || message.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listener);
      resolve('result' in message ? message.result : undefined);
    };
    session.on('Target.receivedMessageFromTarget', listener);
  });
}
