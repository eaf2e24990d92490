import { visible } from '../http/visible.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Captured text for XML and HTML, in elements and in quoted attributes: nothing in it is markup and nothing hides. */
export function markup(text: string): string {
  return visible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? '');
}

/** Text cut into lines of at most `most` characters, between words where that is possible. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = visible(text);
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const end = space > most / 2 ? space : most;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
