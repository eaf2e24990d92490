import { decodeOnce } from '../http/parameters.ts';
import { lengthOf, parsePlaceholder, sameSecret } from '../oauth/placeholder.ts';

/** What may befall a value on its way: how it is noted in the placeholder of the spoilt one, and how it is told. */
const kinds = new Map<string | undefined, (sent: number, delivered: number) => string>([
  ['encoded twice', () => 'it was encoded twice'],
  ['plus for blank', () => '“+” and blank were swapped'],
  ['in quotes', () => 'quotes were added'],
  ['added to', () => 'characters were added at its end'],
  ['cut off', (sent, delivered) => `it was cut off after ${sent} of ${delivered} characters`],
]);

/** How a delivered value, as it stood and decoded, became the one sent; undefined when they are strangers. */
export function alteration(delivered: string, raw: string, sent: string): string | undefined {
  const hidden = [parsePlaceholder(delivered), parsePlaceholder(sent.trim())] as const;
  if (hidden[0] === undefined && hidden[1] === undefined && sent === raw) return 'it was never decoded';
  if (sent !== delivered && sent.trim() === delivered) return 'white space was added';
  return kinds.get(noteOf(delivered, sent, hidden))?.(lengthOf(sent), lengthOf(delivered));
}

/** The note on a value that is hidden, by which it is still told from another one. */
function noteOf(
  delivered: string,
  sent: string,
  [one, other]: readonly [ReturnType<typeof parsePlaceholder>, ReturnType<typeof parsePlaceholder>],
): string | undefined {
  if (one === undefined && other === undefined) return alterationNote(delivered, sent);
  return one !== undefined && other !== undefined && sameSecret(one, other) === false
    ? other.note
    : undefined;
}

/** What befell a delivered value before it was sent, in a word or two; undefined when they are strangers. */
export function alterationNote(delivered: string, sent: string): string | undefined {
  if (decodeOnce(sent).value === delivered) return 'encoded twice';
  if (sent.replaceAll(' ', '+') === delivered.replaceAll(' ', '+')) return 'plus for blank';
  if (/^["'].*["']$/s.test(sent) && sent.slice(1, -1) === delivered) return 'in quotes';
  if (sent.startsWith(delivered)) return 'added to';
  return delivered.startsWith(sent) && sent.length >= 4 ? 'cut off' : undefined;
}
