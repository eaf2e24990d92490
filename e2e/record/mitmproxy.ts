import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/ensure-chromium.mjs';
import { listen } from '../servers/listen.ts';

/** mitmproxy’s own script, as Debian’s package has it; from version 10 on it is the option `hardump`. */
const script = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';

/** The HAR that mitmproxy writes of what a fresh Chromium behind it does. */
export async function throughMitmproxy(play: (tab: Page) => Promise<unknown>): Promise<string> {
  if (!existsSync(script)) throw new Error('No mitmproxy is installed: `apt-get install mitmproxy`.');
  const place = mkdtempSync(join(tmpdir(), 'grantscope-mitmproxy-'));
  const file = join(place, 'all.har');
  const port = await freePort();
  const options = [`listen_port=${port}`, 'listen_host=127.0.0.1', `confdir=${place}`, `hardump=${file}`];
  // It complains of the browser’s own requests, which lead nowhere here.
  const proxy = spawn('mitmdump', ['-q', '-s', script, ...options.flatMap((option) => ['--set', option])], {
    stdio: 'ignore',
  });
  while (!(await accepts(port))) {
    if (proxy.exitCode !== null) throw new Error('mitmdump ended at once.');
    await wait(100);
  }
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium sends nothing for this machine to a proxy unless it is told to.
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
  });
  await play(await browser.newPage());
  await browser.close();
  const ended = once(proxy, 'exit');
  proxy.kill('SIGINT');
  await ended;
  const text = readFileSync(file, 'utf8');
  rmSync(place, { recursive: true });
  return text;
}

async function freePort(): Promise<string> {
  const place = await listen();
  await place.stop();
  return new URL(place.origin).port;
}

async function accepts(port: string): Promise<boolean> {
  const socket = connect(Number(port), '127.0.0.1');
  const isThere = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isThere;
}
