import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../src/engine/http/json.ts';
import { lineOf, type Row } from '../e2e/situations/row.ts';
import { isRun } from './is-run.mjs';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/capture.md');
const measured = join(root, 'test-results/situations');

const introduction = `# What capture sees

Chromium. The table is made by \`npm run capture\` from what the tests in \`e2e/situations\` measured with real servers, client libraries and the
browser; each test fails when its row says anything else, and another when a row has no test. The cells name what a channel delivered of the
message: that it was sent, its headers, its body, the status of its answer and the answer's body. All channels are merged into one exchange, which each test counts.
\`—\`: nothing. "not always": the browser gives it only sometimes, and nothing is asserted. A title that names no DevTools had none open.

| situation | message | webRequest | devtools.network | page hook | the report | test |
|---|---|---|---|---|---|---|
`;

const ending = `
Where the worker is killed, at five moments of a login, the log and the report are the same (\`e2e/worker-killed.spec.ts\`). While nothing is recorded nothing is
kept and no script is registered (\`e2e/recording-off.spec.ts\`). A restart of the browser takes the log with it (\`e2e/browser-restart.spec.ts\`). What a full log
drops is counted in the panel, a failed login goes last (\`e2e/log-full.spec.ts\`); where the browser refuses to store the log it goes on in memory and the panel says so
(\`e2e/storage-refused.spec.ts\`); where the user restricted the sites, the panel names those that it may not see (\`e2e/site-access.spec.ts\`). The badge and the panel
say the same of the recording (\`e2e/recording-indicator.spec.ts\`). No value of a cookie is stored (\`e2e/cookie-values.spec.ts\`).

Without DevTools or a panel, and with no login of the last half hour in the log, the calls of pages and workers are heard only at addresses that tell something: a path
or query with \`token\`, \`auth\`, \`openid\`, \`userinfo\` and the like, or one that a call in the log went to. Where pages have no hook (Firefox, or the setting is off) there are more
such words: \`keys\`, \`login\`, \`code=\` and others; where they have it, the hook tells of the calls that those would find. Both lists: \`src/engine/http/telling-paths.ts\`. The first sign of a login, be it an
authorization request, a call at such an address or what the page hook tells, has every call heard from there on (\`untelling-address\`). Not heard is a call before any sign: one of a web worker
or service worker whose body alone tells, or an address of the second list, and a call of an API that is refused with its token; of a page's own call there the page hook keeps all but
the headers, and nothing when it fails without an answer or the page was open before recording began.

Nor does anything then ask Chromium for the headers that it hides otherwise: \`Cookie\`, \`Origin\`, \`Referer\` and \`Set-Cookie\`, and it tells of no preflights. They are missing from the
message that is the first sign, and from the redirects that follow it without another page; what the page itself sets, \`Authorization\` and \`DPoP\` among it, is there, and each
exchange says which it lacks (\`known.browserHeaders\`), so that no rule takes a cookie for missing, and a login that did not succeed lists it as not seen. From the first sign on each request has them, also of pages that were open
before (\`bodies\`). With DevTools or a panel open all are there from the beginning, and in Firefox always. Why: asking costs every request of the browser more than all
else that is listened to then ([bench.md](bench.md)).

Not seen by the page hook: calls of web workers and service workers, answers over 256 KiB, streams and other answers that are not text, answers
to a POST that a redirect made a GET, and pages that were open before recording began. The promise of a \`fetch\` whose answer is copied is settled one
microtask later than without the hook; all else that a page can tell of its calls is the same (\`page-hook-unnoticed\`).
`;

/** The rows of the page, by test file and title. */
export function rowsOfPage(): ReadonlyMap<string, string> {
  const rows = readFileSync(page, 'utf8').matchAll(/^\| ([^|]+) \|(?:[^|]+\|){5} `([\w-]+)` \|$/gmu);
  return new Map([...rows].map(([line, situation = '', spec = '']) => [`${spec}: ${situation}`, line]));
}

/** The tests that measure a row, by file and title, as the test runner itself lists them. */
export function situations(): readonly string[] {
  const runner = join(root, 'node_modules/@playwright/test/cli.js');
  const asked = ['test', '--config', 'e2e', '--list', '--reporter=line', 'e2e/situations/'];
  const list = execFileSync(process.execPath, [runner, ...asked], { cwd: root, encoding: 'utf8' });
  const lines = list.matchAll(/situations\/([\w-]+)\.spec\.ts:\d+:\d+ › (.+)$/gmu);
  return [...lines].map(([, spec = '', title = '']) => `${spec}: ${title}`);
}

function isRow(value: unknown): value is Row {
  return isJsonObject(value) && 'situation' in value && 'report' in value;
}

function rowsMeasured(): ReadonlyMap<string, string> {
  const names = existsSync(measured) ? readdirSync(measured) : [];
  return new Map(
    names.flatMap((name) => {
      const row: unknown = JSON.parse(readFileSync(join(measured, name), 'utf8'));
      return isRow(row) ? [[`${row.spec}: ${row.situation}`, lineOf(row)] as const] : [];
    }),
  );
}

if (isRun(import.meta.url)) {
  // What was not measured now stays as it was: its own test holds it to the truth.
  const rows = new Map([...rowsOfPage(), ...rowsMeasured()]);
  const lines = situations().flatMap((situation) => rows.get(situation) ?? []);
  writeFileSync(page, `${introduction}${lines.join('\n')}\n${ending}`);
}
