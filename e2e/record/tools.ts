import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStage } from '../servers/stage.ts';
import { logIn } from '../support/log-in.ts';
import { throughDevtools } from './devtools-export.ts';
import { throughMitmproxy } from './mitmproxy.ts';
import { documentsOf } from './shrink-har.ts';
import { throughToolbox } from './toolbox-export.ts';

const folder = join(import.meta.dirname, '../tool-recordings');
/** What the app does, and what is true about it. */
const logins = [
  {
    fault: 'none',
    truth: 'A login by redirect with PKCE; the code is redeemed, userinfo is read.',
    outcome: 'succeeded',
    cause: null,
  },
  {
    fault: 'other-verifier',
    truth: 'The token request has another code_verifier than the one behind the challenge.',
    outcome: 'failed',
    cause: 'pkce_verifier_mismatch',
  },
];

function save(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.har`), documentsOf('localhost', text));
  console.log(`✓ ${name}`);
}

/** A login that works and one that fails, as each tool that runs here writes them. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stage = await startStage();
  const truth: unknown[] = [];
  for (const { fault, ...known } of logins) {
    save(`mitmproxy-${fault}`, await throughMitmproxy((tab) => logIn(tab, stage.app, fault)));
    const { whole, sanitized } = await throughDevtools((tab) => logIn(tab, stage.app, fault));
    save(`chromium-${fault}`, whole);
    save(`chromium-sanitized-${fault}`, sanitized);
    save(`firefox-${fault}`, await throughToolbox(stage.app, fault));
    for (const tool of ['mitmproxy', 'chromium', 'chromium-sanitized', 'firefox'])
      truth.push({ files: [`${tool}-${fault}.har`], ...known });
  }
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  await stage.stop();
}

await main();
