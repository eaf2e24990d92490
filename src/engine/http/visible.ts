/** Control, bidirectional and invisible characters, which would change how a reader or a terminal shows the rest. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** One line of text in which nothing hides: such characters are written as escapes. */
export function visible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    if (character === '\n') return '\\n';
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** The same for text of several lines, which keeps its line ends and tabs. */
export function visibleLines(text: string): string {
  return text.replaceAll(/[^\t\n]+/gu, visible);
}

/** Text in which places left out one after another are one. */
export function leftOutOnce(text: string): string {
  return text.replaceAll(/…(?:\s*…)+/gu, '…');
}
