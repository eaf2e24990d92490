import { runTool } from './step.mjs';

/** What is built, each from nothing: the extension for both browsers and the command line. */
const builds = [
  { name: 'dist/chromium', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'chromium' } },
  { name: 'dist/firefox', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'firefox' } },
  { name: 'dist/cli', tool: ['vite', 'build', '--config', 'vite.cli.config.ts'] },
];

for (const { name, tool, env } of builds) {
  const { ok, output } = await runTool([...tool, '--logLevel', 'warn'], { env });
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (!ok) {
    console.error(output);
    process.exitCode = 1;
  }
}
