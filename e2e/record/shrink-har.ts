interface Har {
  readonly log: { readonly entries: readonly Entry[] };
}

interface Entry {
  readonly response: { readonly content: { readonly mimeType?: string } };
}

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
  const { log }: Har = JSON.parse(text);
  const entries = log.entries.map((entry) => {
    if (!isOfNoUse(entry)) return entry;
    const { mimeType = '' } = entry.response.content;
    return { ...entry, response: { ...entry.response, content: { size: 0, mimeType } } };
  });
  const { entries: _, ...rest } = log;
  return toHarText(rest, entries);
}
