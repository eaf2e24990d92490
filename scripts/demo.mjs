import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap.mjs';
import { runTool } from './step.mjs';

const usage = 'npm run demo -- [--browser chromium|firefox] [--headed | --headless]';

/** Ends the process because of something that the user can mend. */
function stop(reason) {
  console.error(reason);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        headed: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
      },
    });
    if (values.browser === 'chromium' || values.browser === 'firefox') return values;
    return stop(`No such browser: "${values.browser}". Usage: ${usage}`);
  } catch (error) {
    return stop(`${error.message.split('. ')[0]}. Usage: ${usage}`);
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

const { browser, headed, headless } = readOptions();
if (headed && !hasDisplay()) stop('There is no display to open a window on: run the demo without --headed.');
const isHeaded = headed || (hasDisplay() && !headless);

const reason = await bootstrap(browser);
if (reason !== undefined) stop(reason);

console.log('Building the extension…');
const built = await runTool(['node', 'scripts/build.mjs', `dist/${browser}`]);
if (!built.ok) stop(`The extension could not be built:\n${built.output}`);

const { ok } = await runTool(
  ['node', '--import', 'tsx', 'e2e/demo/main.ts', browser, isHeaded ? 'headed' : 'headless'],
  {
    live: true,
  },
);
process.exitCode = ok ? 0 : 1;
