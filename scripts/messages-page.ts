import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageKind } from '../src/engine/oauth/message.ts';
import { requestRecognisers, responseRecogniser } from '../src/engine/oauth/recognisers.ts';
import { recognition } from '../src/engine/oauth/recognition.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/messages.md');

const introduction = `# Messages

Made by \`npm run docs\` from what recognition.ts says of each recogniser; a test keeps it true. An exchange is read without knowledge of the
provider: the first row that fits says what it asks, in this order; an authorization response may stand in the answer of an authorization
request, or in a redirect or callback that asks nothing.

| message | recognised by | source |
|---|---|---|
`;

function row({ kind }: { readonly kind: MessageKind }): string {
  const { recognised, sources } = recognition[kind];
  const links = sources.map(({ title, url }) => `[${title}](${url})`).join(' · ');
  return `| \`${kind}\` | ${recognised.replaceAll('|', '\\|')} | ${links} |\n`;
}

/** The page about all messages, in the order in which they are tried. */
export function messagesPage(): string {
  return introduction + [...requestRecognisers, responseRecogniser].map(row).join('');
}

if (isRun(import.meta.url)) writeFileSync(page, messagesPage());
