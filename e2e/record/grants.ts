/**
 * Records each grant, and what else a client may ask a server, at a real authorization server on loopback, into
 * `e2e/grant-recordings`: `npx tsx e2e/record/grants.ts`. A script plays the browser (e2e/recordings has real ones).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUserAgent } from '../proof/user-agent.ts';
import { assertionRecordings } from './assertion-recordings.ts';
import { servePasswords } from './password-server.ts';
import { listen } from '../servers/listen.ts';
import { fetchThrough } from './fetch-through.ts';
import { grantRecordings } from './grant-recordings.ts';
import { serveGrants } from './grant-server.ts';
import { clientRecordings } from './client-recordings.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { toHarText } from './shrink-har.ts';
import { siteRecordings } from './site-recordings.ts';

const folder = join(import.meta.dirname, '../grant-recordings');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const at = await listen();
const app = await listen();
const passwords = await listen();
servePasswords(passwords);
const server = await serveGrants(at, app);
const recordings = [...grantRecordings, ...siteRecordings, ...clientRecordings, ...assertionRecordings];
const truth: unknown[] = [];
for (const { name, truth: words, kind, outcome, cause, warns, play } of recordings) {
  const proxy = await startRecordingProxy();
  const fetch = fetchThrough(proxy.port);
  await play({
    ...server,
    passwords: passwords.origin,
    agent: createUserAgent(proxy.port),
    async call(path, given, headers = {}) {
      const isJson = typeof given === 'string';
      const isPost = isJson || Object.keys(given).length > 0;
      const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
      const answer = await fetch(new URL(path, at.origin).href, {
        method: isPost ? 'POST' : 'GET',
        headers: { ...(isPost ? { 'content-type': type } : {}), ...headers },
        body: !isPost ? undefined : isJson ? given : new URLSearchParams(given),
        redirect: 'manual',
      });
      const text = await answer.text();
      const body: unknown = text.startsWith('{') ? JSON.parse(text) : {};
      return { status: answer.status, headers: answer.headers, body: Object.assign({}, body) };
    },
  });
  const creator = { name: 'grantscope recording proxy', version: '1' };
  writeFileSync(join(folder, `${name}.har`), toHarText({ version: '1.2', creator }, proxy.entries()));
  await proxy.stop();
  truth.push({
    files: [`${name}.har`],
    truth: words,
    kind,
    outcome,
    cause: cause ?? null,
    ...(warns === undefined ? {} : { warns }),
  });
  console.log(`✓ ${name}`);
}
writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
await Promise.all([at.stop(), app.stop(), passwords.stop()]);
