/** A verdict without the tags of its placeholders: those of one secret differ from file to file. */
export function withoutTags(words: string): string {
  return words.replaceAll(/·[0-9a-f]{4}(?:-[0-9a-f]{4})?\b/gu, '');
}
