import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts', 'scripts/**/*.test.mjs'],
    // The real servers of the proof are played by a command of their own: `npm run proof:test`.
    exclude:
      process.env['GRANTSCOPE_PROOF'] === undefined ? ['node_modules', 'e2e/proof/**'] : ['node_modules'],
    environment: 'node',
    passWithNoTests: false,
  },
});
