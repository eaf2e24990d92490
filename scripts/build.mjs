import { runTool } from './step.mjs';

/** What is built, each from nothing: the extension for both browsers and the command line; all, or those named. */
const builds = [
  { name: 'dist/chromium', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'chromium' } },
  { name: 'dist/firefox', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'firefox' } },
  { name: 'dist/cli', tool: ['vite', 'build', '--config', 'vite.cli.config.ts'] },
];

const asked = process.argv.slice(2);
const wanted = builds.filter(({ name }) => asked.length === 0 || asked.includes(name));

for (const { name, tool, env } of wanted) {
  const { ok, output } = await runTool([...tool, '--logLevel', 'warn'], { env });
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (!ok) {
    console.error(output);
    process.exitCode = 1;
  }
}
