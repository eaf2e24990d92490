/** One name and value of a query, fragment or form body. */
export interface Parameter {
  readonly name: string;
  /** Decoded exactly once. */
  readonly value: string;
  /** As it stood on the wire. */
  readonly raw: string;
  /** True when a percent sign did not start a valid UTF-8 sequence; such bytes stay as they were. */
  readonly malformed: boolean;
}

/** Reads `application/x-www-form-urlencoded` text; duplicates and order are kept, empty pairs are not. */
export function parseParameters(text: string): readonly Parameter[] {
  if (text === '') return [];
  const parameters: Parameter[] = [];
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const rawName = equals < 0 ? pair : pair.slice(0, equals);
    const raw = equals < 0 ? '' : pair.slice(equals + 1);
    const decoded = decodeOnce(raw);
    parameters.push({
      name: decodeOnce(rawName).value,
      value: decoded.value,
      raw,
      malformed: decoded.malformed,
    });
  }
  return parameters;
}

/** Decodes form encoding once: `+` is a space, `%XX` runs are UTF-8, runs that are not are kept and flagged. */
export function decodeOnce(raw: string): { readonly value: string; readonly malformed: boolean } {
  const spaced = raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
  if (!spaced.includes('%')) return { value: spaced, malformed: false };
  const whole = decodeRun(spaced);
  if (whole !== undefined) return { value: whole, malformed: false };
  const value = spaced.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => decodeRun(run) ?? run);
  return { value, malformed: true };
}

/** Encodes as a form submission does; a lone surrogate, which `encodeURIComponent` refuses, becomes U+FFFD. */
export function encodeOnce(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%20', '+');
}

/** The first value of a name, or undefined. */
export function parameterValue(parameters: readonly Parameter[], name: string): string | undefined {
  return parameters.find((parameter) => parameter.name === name)?.value;
}

function decodeRun(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
