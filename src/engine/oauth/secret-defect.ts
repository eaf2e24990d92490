// Tell-tale defects of a client_secret that was copied or injected wrongly.
import { parsePlaceholder } from './placeholder.ts';

/** Templates and fillers that were never replaced by a secret. */
const placeholders =
  /^(?:undefined|null|none|nil|changeme|change-me|todo|xxx+|\*{3,}|your[-_ ].*|<.*>|\$\{.*\}|\{\{.*\}\}|%\w+%|\[object Object\])$/i;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is wrong with a secret, in words that follow "The client secret"; undefined when nothing is to be seen. */
export function secretDefect(secret: string, clientId: string | undefined): string | undefined {
  if (parsePlaceholder(secret) !== undefined) return undefined;
  if (secret.trim() !== secret) return 'begins or ends with white space';
  if (/^(["'“]).+["'”]$/s.test(secret)) return 'stands in quotes';
  if (placeholders.test(secret)) return 'is a placeholder that was never replaced';
  if (secret === clientId) return 'is the client_id';
  if (/%[0-9A-F]{2}/i.test(secret)) return 'is still percent-encoded';
  if (/^\S{1,6}(?:\.{3,}|…|\*{3,})\S{0,6}$/.test(secret)) return 'is a masked display, not the whole value';
  return undefined;
}

/** True for a value of the shape in which Microsoft names secrets; the secret itself never looks like that. */
export function isGuid(value: string): boolean {
  return guid.test(value);
}
