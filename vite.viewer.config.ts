import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** One file that names no other: scripts and styles stand in the page, and a policy allows them and nothing else. */
function inOneFile(): Plugin {
  return {
    name: 'in-one-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const outputs = Object.values(bundle);
        const page = outputs.find((each) => each.fileName.endsWith('.html'));
        const scripts = outputs.flatMap((each) => (each.type === 'chunk' ? [each] : []));
        const styles = outputs.flatMap((each) =>
          each.type === 'asset' && each.fileName.endsWith('.css') ? [each] : [],
        );
        const [script] = scripts;
        const [style] = styles;
        if (page?.type !== 'asset' || script === undefined || style === undefined || outputs.length !== 3)
          throw new Error(
            `Not one page, script and style: ${outputs.map(({ fileName }) => fileName).join(', ')}`,
          );
        // What would end the element or start a comment in it is written otherwise; in code it stands in strings only.
        const code = `\n${script.code.replaceAll(/<(?=\/script|!--)/giu, '\\x3c')}`;
        const css = String(style.source);
        const policy = [
          "default-src 'none'",
          `script-src '${hashOf(code)}'`,
          `style-src '${hashOf(css)}'`,
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; ');
        page.fileName = 'grantscope-viewer.html';
        page.source = String(page.source)
          .replaceAll(/\s*<(?:script|link)[^>]*>(?:<\/script>)?/gu, '')
          .replace(
            '<head>',
            () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          )
          .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
          .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`);
        for (const { fileName } of [script, style]) delete bundle[fileName];
      },
    },
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The viewer: one page that opens from a disk, for those who have no extension. */
export default defineConfig({
  publicDir: false,
  plugins: [inOneFile()],
  build: {
    outDir: 'dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: 'src/viewer/viewer.html', output: { codeSplitting: false } },
  },
});
