import { connect, type Socket } from 'node:net';

/** What a command came to: its value, or the browser's own words for why not. */
type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string; readonly message: string };

/** A connection to Firefox's Marionette server (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html). */
export type Marionette = {
  readonly send: (
    command: string,
    parameters?: Readonly<Record<string, unknown>>,
    limitMs?: number,
  ) => Promise<Outcome>;
  readonly close: () => void;
};

/** One packet as the server frames it: byte length, colon, JSON. */
function toPacket(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  return Buffer.concat([Buffer.from(`${body.length}:`, 'latin1'), body]);
}

/** The first whole packet of `bytes` and what follows it; undefined while it is incomplete. */
function readPacket(bytes: Buffer): { readonly message: unknown; readonly rest: Buffer } | undefined {
  const colon = bytes.indexOf(0x3a);
  if (colon < 0) return undefined;
  const end = colon + 1 + Number(bytes.toString('latin1', 0, colon));
  if (bytes.length < end) return undefined;
  const message: unknown = JSON.parse(bytes.toString('utf8', colon + 1, end));
  return { message, rest: bytes.subarray(end) };
}

/** `Array.isArray` alone would make the members `any`. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function outcomeOf(error: unknown, value: unknown): Outcome {
  if (error === null) return { ok: true, value };
  const told = typeof error === 'object' && error !== null ? error : {};
  return {
    ok: false,
    error: 'error' in told ? String(told.error) : 'unknown error',
    message: 'message' in told ? String(told.message) : '',
  };
}

function lost(message: string): Outcome {
  return { ok: false, error: 'connection lost', message };
}

/** Connects to a Marionette port of this machine; rejects when nothing listens there. */
export function connectMarionette(port: number): Promise<Marionette> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const waiting = new Map<number, (outcome: Outcome) => void>();
    let bytes: Buffer = Buffer.alloc(0);
    let lastId = 0;
    let greeted = false;

    // The limit is longer than a script may take, which then says itself what it waited for.
    const send: Marionette['send'] = (command, parameters = {}, limitMs = 150_000) =>
      new Promise((answer) => {
        const id = (lastId += 1);
        const settle = (outcome: Outcome): void => {
          clearTimeout(limit);
          waiting.delete(id);
          answer(outcome);
        };
        const limit = setTimeout(() => {
          settle({ ok: false, error: 'timeout', message: `No answer to "${command}" in ${limitMs} ms.` });
        }, limitMs);
        waiting.set(id, settle);
        if (socket.destroyed) settle(lost('The browser is gone.'));
        else socket.write(toPacket([0, id, command, parameters]));
      });

    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let packet = readPacket(bytes); packet !== undefined; packet = readPacket(bytes)) {
        bytes = packet.rest;
        if (!greeted) {
          greeted = true;
          resolve({ send, close: () => socket.destroy() });
        } else if (isList(packet.message)) {
          const [, id, error, value] = packet.message;
          if (typeof id === 'number') waiting.get(id)?.(outcomeOf(error, value));
        }
      }
    });
    socket.once('error', reject);
    socket.on('close', () => {
      reject(new Error(`Nothing answers on Marionette port ${port}.`));
      for (const settle of [...waiting.values()]) settle(lost('The browser closed the connection.'));
    });
  });
}
