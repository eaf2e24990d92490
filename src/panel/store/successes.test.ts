import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import type { LastSuccess } from '../../engine/diagnosis/last-success.ts';
import type { FlowReport } from '../../engine/diagnosis/report.ts';
import { liveStore, openStatus } from '../../testing/store-of.ts';
import { fromTraceText, traceStart } from '../../testing/trace-text.ts';
import { createSuccesses, type Successes } from './successes.ts';

const shop: LastSuccess = {
  clientId: 'shop',
  authority: 'op.test',
  grantType: 'authorization_code',
  redirectUri: 'https://app.test/cb',
  method: 'none',
  scope: 'openid',
  at: traceStart + 100,
};
const job: LastSuccess = { ...shop, clientId: 'job', grantType: 'client_credentials', at: 1 };

const login = fromTraceText(`
    GET https://op.test/authorize?response_type=code&client_id=shop&scope=openid&redirect_uri=https://app.test/cb&state=st-4f9a8e7d6c5b -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=st-4f9a8e7d6c5b
    POST https://op.test/token grant_type=authorization_code&client_id=shop&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}`);
const worked: readonly FlowReport[] = analyze(login).flows;

interface Disk {
  stored: unknown;
}

async function open(
  disk: Disk,
): Promise<{ readonly successes: Successes; readonly loaded: readonly unknown[] }> {
  const loaded: unknown[] = [];
  const successes = createSuccesses(
    {
      read: () => Promise.resolve(disk.stored),
      write: (all) => Promise.resolve(void (disk.stored = all)),
    },
    (all) => loaded.push(all),
  );
  await successes.note([]);
  return { successes, loaded };
}

test('nothing is remembered unless the user says so', async () => {
  const disk: Disk = { stored: undefined };
  const { successes } = await open(disk);
  await successes.note(worked);
  expect(disk.stored).toBeUndefined();
  expect(successes.isOn.value).toBe(false);
});

test('what worked is remembered without secrets, once for each client, server and grant', async () => {
  const disk: Disk = { stored: undefined };
  const { successes } = await open(disk);
  successes.turn(true);
  await successes.note(worked);
  await successes.note(worked);
  expect(disk.stored).toEqual([shop]);
});

test('a login that worked before the switch is on is remembered once it is, and the switch stays on', async () => {
  const disk: Disk = { stored: undefined };
  const { successes } = await open(disk);
  effect(() => {
    if (successes.isOn.value) void successes.note(worked);
  });
  successes.turn(true);
  await successes.note(worked);
  expect(disk.stored).toEqual([shop]);
  expect(successes.isOn.value).toBe(true);
  successes.turn(false);
  await successes.note(worked);
  expect(disk.stored).toBeUndefined();
});

test('the next session judges with what the last one left, and keeps it', async () => {
  const disk: Disk = {
    stored: [job, { clientId: 'half' }, { ...job, redirectUri: 'https://app.test/cb?code=k' }],
  };
  const { successes, loaded } = await open(disk);
  expect(successes.isOn.value).toBe(true);
  expect(loaded).toEqual([[job]]);
  await successes.note(worked);
  expect(disk.stored).toEqual([job, shop]);
});

test('switched off, it is forgotten, and what another panel wrote meanwhile is kept', async () => {
  const disk: Disk = { stored: [job] };
  const { successes } = await open(disk);
  const other = await open(disk);
  await other.successes.note(worked);
  expect(disk.stored).toEqual([job, shop]);
  successes.turn(false);
  await successes.note([]);
  expect(disk.stored).toBeUndefined();
  await other.successes.note(
    analyze(
      fromTraceText(
        'POST https://op.test/token grant_type=client_credentials&client_id=late&client_secret=s3cr3t -> 200 {"access_token":"t","token_type":"Bearer"}',
      ),
    ).flows,
  );
  expect(disk.stored).toBeUndefined();
  expect(other.successes.isOn.value).toBe(false);
});

test('a panel that is opened after the login learns from the log what worked, and keeps it for the next session', async () => {
  const disk: Disk = { stored: [] };
  // So many came after the login that it is not among those that a panel reads at once.
  const later = fromTraceText(
    Array.from({ length: 300 }, (_, id) => `GET https://app.test/${id} -> 200 id=late${id} @900s`).join('\n'),
  );
  const log = [...login, ...later];
  const { receive } = liveStore(traceStart + 3_600_000, {
    successMemory: {
      read: () => Promise.resolve(disk.stored),
      write: (all) => Promise.resolve(void (disk.stored = all)),
    },
  });
  receive({ type: 'snapshot', sequence: 1, exchanges: log, status: openStatus });
  await expect.poll(() => disk.stored).toEqual([shop]);
});
