// Tell-tale defects of a client_secret that was copied or injected wrongly.
import { parsePlaceholder } from './placeholder.ts';

/** Templates and fillers that were never replaced by a secret. */
const placeholders =
  /^(?:undefined|null|none|nil|changeme|change-me|todo|xxx+|\*{3,}|your[-_ ].*|<.*>|\$\{.*\}|\{\{.*\}\}|%\w+%|\[object Object\])$/i;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The defects, each as a note that stays in a redacted file and in words that follow "The client secret". */
const defects: ReadonlyMap<string, string> = new Map([
  ['white space', 'begins or ends with white space'],
  ['in quotes', 'stands in quotes'],
  ['never filled in', 'is a placeholder that was never replaced'],
  ['the client id', 'is the client_id'],
  ['percent encoded', 'is still percent-encoded'],
  ['masked', 'is a masked display, not the whole value'],
]);

/** What is wrong with a secret, in words that follow "The client secret"; undefined when nothing is to be seen. */
export function secretDefect(secret: string, clientId: string | undefined): string | undefined {
  const hidden = parsePlaceholder(secret);
  return defects.get((hidden === undefined ? secretNote(secret, clientId) : hidden.note) ?? '');
}

/** What is to be known about a secret when it is hidden: its defect, or that it has the shape of an id. */
export function secretNote(secret: string, clientId: string | undefined): string | undefined {
  if (secret.trim() !== secret) return 'white space';
  if (/^(["'“]).+["'”]$/s.test(secret)) return 'in quotes';
  if (placeholders.test(secret)) return 'never filled in';
  if (secret === clientId) return 'the client id';
  if (/%[0-9A-F]{2}/i.test(secret)) return 'percent encoded';
  if (/^\S{1,6}(?:\.{3,}|…|\*{3,})\S{0,6}$/.test(secret)) return 'masked';
  return guid.test(secret) ? 'guid' : undefined;
}

/** True for a value of the shape in which Microsoft names secrets; the secret itself never looks like that. */
export function isGuid(value: string): boolean {
  return guid.test(value) || parsePlaceholder(value)?.note === 'guid';
}
