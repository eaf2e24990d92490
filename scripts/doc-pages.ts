import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked, Renderer, type Tokens } from 'marked';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');

/** The documents that a package carries, each `docs/NAME.md`, with what its readers want of it. */
const documents = [
  ['rules', 'Rules'],
  ['verdicts', 'Verdicts'],
  ['providers', 'Providers'],
  ['messages', 'Messages'],
  ['capture', 'Capture'],
  ['permissions', 'Permissions'],
  ['privacy', 'Privacy'],
  ['planted', 'Planted secrets'],
  ['firefox', 'Firefox'],
  ['firefox-reports', 'Both browsers'],
] as const;

const isCarried = (name: string): boolean => documents.some(([carried]) => carried === name);

/** From so many headings on a page tells what is on it. */
const longPage = 12;

/** Nothing is loaded but the style sheet, and nothing runs. */
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The name of a heading's place, as GitHub gives it. */
function placeOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}

/** The address that a link of a Markdown document has among the pages; undefined where it leads into the repository. */
function addressOf(href: string): string | undefined {
  if (/^(?:https:|#)/u.test(href)) return href;
  const [, name = '', place = ''] = /^([a-z-]+)\.md(#.*)?$/u.exec(href) ?? [];
  return isCarried(name) ? `${name}.html${place}` : undefined;
}

interface Heading {
  readonly place: string;
  readonly html: string;
}

/** What a Markdown text says as HTML, and its headings of the second level. */
function toPage(markdown: string): { readonly html: string; readonly headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const places = new Set<string>();
  const { table } = new Renderer();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        let place = placeOf(text);
        for (let count = 1; places.has(place); count += 1) place = `${placeOf(text)}-${count}`;
        places.add(place);
        const html = this.parser.parseInline(tokens);
        if (depth === 2) headings.push({ place, html });
        return `<h${depth} id="${place}">${html}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const address = addressOf(href);
        if (address === undefined) return words;
        const away = address.startsWith('https:') ? ' target="_blank" rel="noopener noreferrer"' : '';
        return `<a href="${escaped(address)}"${away}>${words}</a>`;
      },
      // The pictures show the panel, which a reader of these pages has.
      image: () => '',
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
      // A table wider than the window moves by itself, by key too.
      table(token: Tokens.Table) {
        return `<div class="wide" tabindex="0" role="group" aria-label="Table">${table.call(this, token)}</div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false }).replaceAll(/<p>\s*<\/p>\n/gu, '');
  return { html, headings };
}

function pageOf(name: string, title: string): string {
  const { html, headings } = toPage(readFileSync(join(root, 'docs', `${name}.md`), 'utf8'));
  const links = documents.map(([each, words]) =>
    each === name
      ? `<a href="${each}.html" aria-current="page">${words}</a>`
      : `<a href="${each}.html">${words}</a>`,
  );
  const places = headings.map(({ place, html: words }) => `<li><a href="#${place}">${words}</a></li>`);
  const list = `<details><summary>On this page</summary><ul>${places.join('')}</ul></details>\n`;
  const [first = '', ...rest] = html.split('</h1>\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width" />
<title>${title} · Grantscope</title>
<link rel="stylesheet" href="doc-pages.css" />
</head>
<body>
<nav aria-label="Documents"><b>Grantscope</b> ${links.join(' ')}</nav>
<main>
${first}</h1>
${headings.length < longPage ? '' : list}${rest.join('</h1>\n')}</main>
</body>
</html>
`;
}

/** The documents as plain pages, by file name; the same texts each time. */
export function docPages(): ReadonlyMap<string, string> {
  return new Map([
    ...documents.map(([name, title]) => [`${name}.html`, pageOf(name, title)] as const),
    ['doc-pages.css', readFileSync(join(import.meta.dirname, 'doc-pages.css'), 'utf8')] as const,
  ]);
}

/** Puts the documents into a build, in the folder `docs`. */
export const withDocPages: Plugin = {
  name: 'with-doc-pages',
  generateBundle() {
    for (const [name, source] of docPages())
      this.emitFile({ type: 'asset', fileName: `docs/${name}`, source });
  },
};
