import { defineConfig } from 'vite';

/** The command line: one file that Node runs without any package. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'grantscope.js', banner: '#!/usr/bin/env node' } },
  },
});
