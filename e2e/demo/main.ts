import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startStage, type Stage } from '../servers/stage.ts';
import { loginCases, type LoginCase } from '../support/cases.ts';
import { startChromium } from './chromium.ts';
import { startFirefoxDemo } from './firefox.ts';
import { play } from './play.ts';
import { within } from './within.ts';
import type { DemoBrowser } from './demo-browser.ts';

const output = join(import.meta.dirname, '../../demo-output');
const shortPath = (file: string): string => relative(process.cwd(), file);

/** Plays one login and tells about it; true when server, app and panel all said what they should. */
async function tell(browser: DemoBrowser, stage: Stage, login: LoginCase, number: number): Promise<boolean> {
  console.log(`\n${number} of ${loginCases.length}  ${login.title}`);
  const before = stage.tokenAnswers.length;
  const { app, words, isRight } = await play(browser, stage.app, login);
  const answers = stage.tokenAnswers.slice(before);
  for (const { words: answer, refusal } of answers) {
    console.log(`  server      ${answer}${refusal === undefined ? '' : ` (in its own log: ${refusal})`}`);
  }
  console.log(`  Grantscope  ${isRight ? '' : '✗ not as expected: '}${words.sentence || 'no verdict'}`);
  const file = join(output, `${number}-${login.name}`);
  await browser.picture(`${file}.png`);
  await browser.exportTrace(`${file}.grantscope.json`);
  console.log(`  saved       ${shortPath(file)}.png and .grantscope.json`);
  return isRight && app === login.app && answers.at(-1)?.refusal === login.refusal;
}

async function main(): Promise<boolean> {
  const isHeaded = process.argv.includes('headed');
  const start = process.argv.includes('firefox') ? startFirefoxDemo : startChromium;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  console.log('Starting the servers…');
  const stage = await within(60, 'Starting the servers', startStage());
  console.log(`Two tenants of oidc-provider at ${stage.tenantA} and ${stage.tenantB}.`);
  console.log(`An app with oidc-client-ts at ${stage.app}.`);
  console.log('Starting the browser…');
  const browser = await within(120, 'Starting the browser', start(isHeaded));
  console.log(`${browser.name}, ${isHeaded ? 'in a window' : 'headless'}, with the panel in its DevTools.`);
  const wrong: string[] = [];
  try {
    for (const [index, login] of loginCases.entries()) {
      const told = tell(browser, stage, login, index + 1);
      if (!(await within(120, login.title, told))) wrong.push(login.title);
    }
  } finally {
    await within(60, 'Closing the browser', browser.close());
    await within(60, 'Stopping the servers', stage.stop());
  }
  console.log(`\nPictures and redacted traces are in ${shortPath(output)}.`);
  if (wrong.length > 0) console.log(`Not as expected: ${wrong.join('; ')}.`);
  return wrong.length === 0;
}

main().then(
  (isRight) => process.exit(isRight ? 0 : 1),
  (error: unknown) => {
    console.error(
      `The demo stopped: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
    );
    process.exit(1);
  },
);
