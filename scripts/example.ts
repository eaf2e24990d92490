import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../src/engine/analyze.ts';
import type { Exchange } from '../src/engine/http/exchange.ts';
import { fromHar } from '../src/engine/http/from-har.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { createRedactor } from '../src/engine/trace/redact.ts';
import { redactSession } from '../src/engine/trace/shareable.ts';
import { toTrace } from '../src/engine/trace/to-trace.ts';
import { isRun } from './is-run.mjs';

// Writes the trace that the panel offers to somebody who has none yet: a login that worked, and the same one broken.
const root = join(import.meta.dirname, '..');
const file = join(root, 'src/panel/example-login.json');

const kept = /^(?:authorization|origin|content-type|location|cache-control|access-control-.*)$/iu;

function recorded(name: string): readonly Exchange[] {
  const read = fromHar(readFileSync(join(root, `e2e/recordings/${name}.har`), 'utf8'), name);
  if (isProblem(read)) throw new Error(`${name}: ${read.reason}`);
  // Scripts and most headers say nothing about a login.
  return read
    .filter(({ url }) => !url.endsWith('.js'))
    .map((exchange) => ({
      ...exchange,
      requestHeaders: exchange.requestHeaders.filter((header) => kept.test(header.name)),
      responseHeaders: exchange.responseHeaders.filter((header) => kept.test(header.name)),
    }));
}

/** The example, the same text each time. */
export function exampleTrace(): string {
  const exchanges = ['ok-redirect', 'redirect-uri-at-token'].flatMap(recorded);
  const redactor = createRedactor({ key: new Uint8Array(32).fill(1) });
  const createdAt = Math.max(...exchanges.map(({ startedAt }) => Math.round(startedAt)));
  const session = redactSession(exchanges, analyze(exchanges), redactor);
  return JSON.stringify(JSON.parse(toTrace(session, { createdAt, version: '0.1.0' })));
}

if (isRun(import.meta.url)) writeFileSync(file, exampleTrace());
