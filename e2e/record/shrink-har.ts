interface Har {
  readonly log: { readonly entries: readonly Entry[] };
}

interface Entry {
  readonly request: { readonly url: string };
  readonly response: { readonly content: { readonly mimeType?: string } };
}

/** Enough of a look at what Playwright itself wrote. */
const isHar = (value: unknown): value is Har =>
  typeof value === 'object' && value !== null && 'log' in value && typeof value.log === 'object';

const isOfNoUse = ({ response }: Entry): boolean =>
  /javascript|css|font|image/u.test(response.content.mimeType ?? '');

/** A HAR as text, a line an entry, so that two recordings can be compared. */
export function toHarText(log: Readonly<Record<string, unknown>>, entries: readonly unknown[]): string {
  const frame = JSON.stringify({ log: { ...log, entries: [] } });
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `${frame.slice(0, -']}}'.length)}\n${lines}\n]}}\n`;
}

/** A recording without the bodies of scripts, styles, fonts and images, which say nothing about a login. */
export function shrinkHar(text: string): string {
  const har: unknown = JSON.parse(text);
  if (!isHar(har)) throw new Error('The recording is not a HAR.');
  const entries = har.log.entries.map((entry) => {
    if (!isOfNoUse(entry)) return entry;
    const { mimeType = '' } = entry.response.content;
    return { ...entry, response: { ...entry.response, content: { size: 0, mimeType } } };
  });
  const { entries: _, ...rest } = har.log;
  return toHarText(rest, entries);
}

/** A recording of one host without its scripts, styles, fonts and images, and without the call stacks of those who asked. */
export function documentsOf(host: string, text: string): string {
  const har: unknown = JSON.parse(text);
  if (!isHar(har)) throw new Error('The recording is not a HAR.');
  const { entries, ...rest } = har.log;
  const kept = entries
    .filter((entry) => new URL(entry.request.url).hostname === host && !isOfNoUse(entry))
    .map((entry) => Object.fromEntries(Object.entries(entry).map(withoutStack)));
  return toHarText(rest, kept);
}

/** Chromium tells of each script that called how it came to it. */
function withoutStack([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  if (name !== '_initiator' || typeof value !== 'object' || value === null || !('stack' in value))
    return [name, value];
  const { stack: _, ...initiator } = value;
  return [name, initiator];
}
