/** One challenge of a WWW-Authenticate header. */
export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case; the first of a name counts. */
  readonly params: ReadonlyMap<string, string>;
}

const token = String.raw`[\w!#$%&'*+.^\`|~-]+`;
/** A parameter, or the scheme that starts the next challenge (RFC 9110 §11.2 and §11.6.1). */
const piece = new RegExp(
  String.raw`(${token})[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|(${token}))|(${token})(?![\w/+=-])`,
  'g',
);

/** Reads all challenges of a header; what follows none of the rules is skipped. */
export function parseChallenges(header: string): readonly Challenge[] {
  const found: { readonly scheme: string; readonly params: Map<string, string> }[] = [];
  for (const match of header.slice(0, 4096).matchAll(piece)) {
    const [, name, quoted, plain, scheme] = match;
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), params: new Map() });
    else if (name !== undefined) {
      const params = found.at(-1)?.params;
      const key = name.toLowerCase();
      if (params?.has(key) === false) params.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
    }
  }
  return found;
}
