import { expect, test } from 'vitest';
import type { Exchange } from '../engine/http/exchange.ts';
import { createLinePair } from '../testing/memory-line.ts';
import type { Line } from './line.ts';
import { createPanelServer, type PanelServer } from './serve.ts';

const status = {
  recording: 'off',
  settings: { recordAlways: false, pageHook: true, logSize: 5_000 },
  droppedExchanges: 0,
  storageRefused: false,
  allSites: true,
} as const;

interface Panel {
  readonly line: Line;
  readonly heard: unknown[];
}

function open(exchanges: readonly Exchange[] = []): {
  readonly server: PanelServer;
  readonly asked: unknown[];
  /** Whether panels watched, at each change of that. */
  readonly watched: boolean[];
  readonly panel: () => Panel;
} {
  const asked: unknown[] = [];
  const watched: boolean[] = [];
  const server = createPanelServer({
    exchanges: () => exchanges,
    status: () => status,
    onRequest: (request) => asked.push(request),
    onWatching: () => watched.push(server.areWatched()),
  });
  return {
    server,
    asked,
    watched,
    panel: () => {
      const [line, other] = createLinePair();
      const heard: unknown[] = [];
      line.onMessage((message) => heard.push(message));
      server.connect(other);
      return { line, heard };
    },
  };
}

test('a panel hears nothing before it subscribes, then a snapshot, then changes numbered from it on', () => {
  const { server, panel } = open();
  const one = panel();
  server.changed([], ['lost']);
  server.statusChanged();
  one.line.post({ type: 'subscribe' });
  server.changed([], ['a']);
  server.statusChanged();
  server.changed([], ['b']);
  expect(one.heard).toEqual([
    { type: 'snapshot', sequence: 1, exchanges: [], status },
    { type: 'changed', sequence: 2, exchanges: [], removed: ['a'] },
    { type: 'status', status },
    { type: 'changed', sequence: 3, exchanges: [], removed: ['b'] },
  ]);
});

test('each panel has a count of its own, and a second subscription goes on counting', () => {
  const { server, panel } = open();
  const [one, other] = [panel(), panel()];
  one.line.post({ type: 'subscribe' });
  server.changed([], []);
  other.line.post({ type: 'subscribe' });
  one.line.post({ type: 'subscribe' });
  server.changed([], []);
  expect(one.heard).toMatchObject([{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }, { sequence: 4 }]);
  expect(other.heard).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
});

test('a panel that closed is served no more, and watches no more', () => {
  const { server, panel, watched } = open();
  const one = panel();
  expect(server.areWatched()).toBe(false);
  one.line.post({ type: 'subscribe' });
  one.line.close();
  server.changed([], []);
  expect(one.heard).toHaveLength(1);
  expect(watched).toEqual([true, false]);
});

test('what a panel asks is passed on, what the protocol does not know is not', () => {
  const { panel, asked } = open();
  const { line } = panel();
  line.post({ type: 'clear' });
  line.post({ type: 'format_disk' });
  line.post(undefined);
  line.post({ type: 'change_settings', settings: { recordAlways: true } });
  expect(asked).toEqual([{ type: 'clear' }, { type: 'change_settings', settings: { recordAlways: true } }]);
});
