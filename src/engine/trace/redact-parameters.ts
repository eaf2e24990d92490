import { parseParameters, type Parameter } from '../http/parameters.ts';
import { looksOpaque } from './opaque.ts';
import { isPlaceholder } from './placeholder.ts';
import { redactName, type Redaction } from './redaction.ts';

/**
 * `a=1&b=2` with each value redacted by its name; order, repetition and the encoding of what is kept stay. Text that
 * is no list of parameters is hidden whole.
 */
export function redactParameters(
  text: string,
  unknownCategory: string,
  redaction: Redaction,
  depth: number,
): string {
  if (text === '' || isPlaceholder(text)) return text;
  if (!text.includes('=')) return redaction.hide(text, unknownCategory, false);
  const parameters = parseParameters(text);
  const beside = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.name === name)?.value;
  return parameters.map((parameter) => write(parameter, unknownCategory, beside, redaction, depth)).join('&');
}

function write(
  parameter: Parameter,
  unknownCategory: string,
  beside: (name: string) => string | undefined,
  redaction: Redaction,
  depth: number,
): string {
  const { name, value, raw } = parameter;
  const shownName = redactName(name, redaction, looksOpaque);
  const shown = redaction.value({ name, value, unknownCategory, beside, depth });
  if (shown === value) return `${shownName}=${raw}`;
  return `${shownName}=${isReadableAsIs(shown) ? shown : encodeURIComponent(shown)}`;
}

/** A placeholder, or a JWT that ends in one, is read back unchanged although it is not encoded. */
function isReadableAsIs(shown: string): boolean {
  return isPlaceholder(shown) || /^[\w-]+\.[\w-]*\.(?:‹[^›&#+%]*›)$/.test(shown);
}
