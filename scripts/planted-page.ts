import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodings } from '../src/testing/planted/encodings.ts';
import { factsIn, textsByFormat } from '../src/testing/planted/facts-by-format.ts';
import { facts } from '../src/testing/planted/facts.ts';
import { survivorsByFormat } from '../src/testing/planted/survivors.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/planted.md');

const introduction = `# Planted secrets

Made by \`npm run docs\`; a test makes it anew and compares. Secrets and personal values, all different, are planted in traffic
(\`src/testing/planted\`); the same traffic is written as a HAR by Chrome’s rule for a “sanitized” export (\`Cookie\`, \`Set-Cookie\`,
\`Authorization\` and the lists of cookies are left out) and in each format of Grantscope at the level Strict. Each file is searched for
every value, and for each half of a long one, as it stands and behind up to four layers of percent, base64 (every alignment), hexadecimal, JSON and HTML escapes.
`;

const after = `
## More

Further tests search what the tables do not show:

- \`src/engine/trace/planted-secrets.test.ts\`: the same files, and single requests as they are copied, where every sentence of the report quotes secrets, which no real one does, and
  the levels “Keep user identifiers” and “Custom”, at which only what was asked for survives.
- \`src/panel/views/planted-panel.test.tsx\`: the document of the panel, every view of every login, with titles, labels and all other attributes.
- \`src/engine/trace/kept-facts.test.ts\`: the promises of each format about what support needs.
- \`src/cli/recordings.test.ts\`: the verdict on each recording is the same after redaction.
`;

const beforeFacts = `
## What support needs is kept

Each row is a fact of recorded traffic that support asks for; the columns say in which formats it is still read, at the level Strict.

- **trace, HAR**: every fact, held by a test.
- **curl**: what the requests of a login’s steps send, without the browser’s own name; answers are no part of a command.
- **HTML, Markdown, SVG**: server, client, verdict, what the server said of a failure, what proves the cause, and the steps; HTML and Markdown
  also the ids and the time by which the server’s log knows the failed request. What is right is not told:
  a value that no cause or finding speaks of is in the trace. Markdown is held to 60 lines, a picture breaks long texts into lines.
- **Mermaid**: the steps, with messages, hosts, statuses and error codes, and nothing else.

| fact | trace | HAR | curl | HTML | Markdown | SVG | Mermaid |
|---|---|---|---|---|---|---|---|
`;

/** Places as the planted values name them, longest name first where one begins another. */
const places: readonly (readonly [string, RegExp])[] = [
  ['query parameters', /^query /],
  ['query and fragment of a redirect (`Location`)', /^redirect /],
  ['fragment of a single-page route', /^route /],
  ['form', /^form /],
  ['JSON answer of a token endpoint', /^answer /],
  ['JSON request', /^json /],
  ['headers, cookies, Basic, DPoP, path segments', /^header /],
  ['bodies: nested JSON, XML, scripts, multipart, GraphQL, SAML, WebFinger', /^body /],
  ['JWT claims, signatures, JWE, `state` as JSON', /^(?:jwt|claims) /],
  ['pages: title, hidden inputs, scripts, links, text', /^page /],
  [
    'names of cookies and members, JOSE headers, plain headers, links to share, wrapped lines, other case',
    /^odd /,
  ],
  ['people, passwords and numbers in sentences, told by the words around them', /^told /],
  ['ids of requests, scopes, paths, file names, login pages’ own names', /^quiet /],
  ['halves in two fields, `state` as JWT', /^piece /],
  ['inside URLs, sentences and JSON under names that stay', /^(?:query|member), /],
];

function factRows(): readonly string[] {
  const texts = textsByFormat();
  const kept = (['trace', 'har', 'curl', 'html', 'markdown', 'svg', 'mermaid'] as const).map(
    (format) => new Set(factsIn(texts.get(format) ?? '')),
  );
  const counts = kept.map(({ size }) => `**${size}**`).join(' | ');
  const rows = facts.map(
    ([fact]) => `| ${fact} | ${kept.map((each) => (each.has(fact) ? 'yes' : '–')).join(' | ')} |\n`,
  );
  return [...rows, `| **of ${facts.length}** | ${counts} |\n`];
}

/** The page about planted secrets. */
export function plantedPage(): string {
  const { planted, found } = survivorsByFormat();
  const chrome = found.get('Chrome’s sanitized HAR') ?? new Set();
  const ours = [...found.entries()].slice(2);
  const formats = [...found].map(([name, { size }]) => `| ${name} | ${planted.size} | ${size} |\n`);
  const row = (title: string, belongs: (place: string) => boolean): string => {
    const values = [...planted].flatMap(([value, place]) => (belongs(place) ? [value] : []));
    const inChrome = values.filter((value) => chrome.has(value)).length;
    const inOurs = values.filter((value) => ours.some(([, survivors]) => survivors.has(value))).length;
    return `| ${title} | ${values.length} | ${inChrome} | ${inOurs} |\n`;
  };
  const rows = [
    ...places.map(([title, pattern]) => row(title, (place) => pattern.test(place))),
    ...Object.keys(encodings).map((name) =>
      row(`error texts, headers and paths, encoding: ${name}`, (place) => place.endsWith(`, ${name}`)),
    ),
  ];
  return [
    introduction,
    '\n| file | planted | survive |\n|---|---|---|\n',
    ...formats,
    '\n| place | planted | survive in Chrome’s sanitized HAR | survive in any of our formats |\n|---|---|---|---|\n',
    ...rows,
    beforeFacts,
    ...factRows(),
    after,
  ].join('');
}

if (isRun(import.meta.url)) writeFileSync(page, plantedPage());
