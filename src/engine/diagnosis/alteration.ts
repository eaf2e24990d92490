import { decodeOnce } from '../http/parameters.ts';
import { parsePlaceholder } from '../oauth/placeholder.ts';

/** How a delivered value, as it stood and decoded, became the one sent; undefined when they are strangers. */
export function alteration(delivered: string, raw: string, sent: string): string | undefined {
  if (parsePlaceholder(delivered) !== undefined || parsePlaceholder(sent) !== undefined) return undefined;
  if (sent === raw) return 'it was never decoded';
  if (decodeOnce(sent).value === delivered) return 'it was encoded twice';
  if (sent.replaceAll(' ', '+') === delivered.replaceAll(' ', '+')) return '“+” and blank were swapped';
  if (sent.trim() === delivered) return 'white space was added';
  if (/^["'].*["']$/s.test(sent) && sent.slice(1, -1) === delivered) return 'quotes were added';
  if (sent.startsWith(delivered)) return 'characters were added at its end';
  if (delivered.startsWith(sent) && sent.length >= 4)
    return `it was cut off after ${sent.length} of ${delivered.length} characters`;
  return undefined;
}
