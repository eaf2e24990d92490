import { runTool } from './step.mjs';

/** What is built, each from nothing: the extension for both browsers, the command line and the viewer; all, or those named. */
const builds = [
  { name: 'dist/chromium', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'chromium' } },
  { name: 'dist/firefox', tool: ['vite', 'build'], env: { GRANTSCOPE_BROWSER: 'firefox' } },
  { name: 'dist/cli', tool: ['vite', 'build', '--config', 'vite.cli.config.ts'] },
  { name: 'dist/viewer', tool: ['vite', 'build', '--config', 'vite.viewer.config.ts'] },
];

/** Both stores' packages, made of the builds; only with all of them. */
const packages = { name: 'packages', tool: ['node', 'scripts/package.mjs'] };

const asked = process.argv.slice(2);
const wanted = builds.filter(({ name }) => asked.length === 0 || asked.includes(name));

const steps = [
  ...wanted.map(({ tool, ...rest }) => ({ ...rest, tool: [...tool, '--logLevel', 'warn'] })),
  ...(asked.length === 0 ? [packages] : []),
];

for (const { name, tool, env } of steps) {
  // Vite would build for the `NODE_ENV` of whoever calls.
  const { ok, output } = await runTool(tool, { env: { ...env, NODE_ENV: 'production' } });
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  if (!ok) {
    console.error(output);
    process.exitCode = 1;
  }
}
