/**
 * Records each grant that needs no browser, at a real authorization server on loopback, into `e2e/grant-recordings`:
 * `npx tsx e2e/record/grants.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../servers/listen.ts';
import { fetchThrough } from './fetch-through.ts';
import { grantRecordings } from './grant-recordings.ts';
import { serveGrants } from './grant-server.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { toHarText } from './shrink-har.ts';

const folder = join(import.meta.dirname, '../grant-recordings');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const at = await listen();
const server = await serveGrants(at);
const truth: unknown[] = [];
for (const { name, truth: words, kind, outcome, cause, play } of grantRecordings) {
  const proxy = await startRecordingProxy();
  const fetch = fetchThrough(proxy.port);
  await play({
    ...server,
    async call(path, fields, headers = {}) {
      const isPost = Object.keys(fields).length > 0;
      const answer = await fetch(`${at.origin}${path}`, {
        method: isPost ? 'POST' : 'GET',
        headers: { ...(isPost ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers },
        body: isPost ? new URLSearchParams(fields) : undefined,
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
  truth.push({ files: [`${name}.har`], truth: words, kind, outcome, cause: cause ?? null });
  console.log(`✓ ${name}`);
}
writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
await at.stop();
