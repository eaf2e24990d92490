/** The words of a POSIX shell command, as bash and the "Copy as cURL" of browsers quote them; comments are none. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const match of `\n${text.replaceAll('\r\n', '\n')}`.matchAll(token)) {
    const [, ansi, single, double, escaped, space, plain] = match;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      // A separator between commands is a word of its own.
      if (/[\n;]/.test(space)) words.push('\n');
    } else if (escaped !== '\n') {
      word = `${word ?? ''}${ansi === undefined ? (single ?? unquoted(double) ?? escaped ?? plain ?? '') : unescaped(ansi)}`;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

const unquoted = (text: string | undefined): string | undefined =>
  text?.replaceAll(/\\([$`"\\])|\\\n/g, '$1');

const token =
  /(?:\$'([^'\\]*(?:\\[^][^'\\]*)*)'|'([^']*)'|"([^"\\]*(?:\\[^][^"\\]*)*)"|\\([^])|([\s;]+(?:#[^\n]*[\s;]*)*)|([^\s;'"\\$]+|[^]))/gy;

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** ANSI-C quoting, which Chromium uses when a value holds a quote, a line break or a letter outside ASCII. */
function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-f]{1,4})|x([0-9a-f]{1,2})|([^]))/gi,
    (_, unicode?: string, hex?: string, other?: string) => {
      const code = unicode ?? hex;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      return controls.get(other ?? '') ?? other ?? '';
    },
  );
}

/** A command of Windows' cmd.exe with its carets undone and in bash's quoting. */
export function fromCmdQuoting(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\^\n\n/g, '\n')
    .replaceAll(/ \^\n/g, ' ')
    .replaceAll(/\^([^])/g, '$1')
    .replaceAll(/(?<=")[^"]*""[^"]*(?=")/g, (inner) => inner.replaceAll('""', '\\"'));
}
