import { isJsonObject, listOf, stringOf } from '../../engine/http/json.ts';

/**
 * What Chrome does when a HAR is exported “sanitized”: cookies and the headers Cookie, Set-Cookie and Authorization are
 * left out, all else stays (DevTools front end, models/har/Log.ts, Entry.build with `sanitize`).
 */
export function chromeSanitized(har: string): string {
  const file: unknown = JSON.parse(har);
  const log = isJsonObject(file) ? file['log'] : undefined;
  if (!isJsonObject(log)) return har;
  const entries = listOf(log['entries']).map((entry) =>
    isJsonObject(entry)
      ? {
          ...entry,
          request: without(entry['request'], ['cookie', 'authorization']),
          response: without(entry['response'], ['set-cookie']),
        }
      : entry,
  );
  return JSON.stringify({ log: { ...log, entries } });
}

function without(message: unknown, names: readonly string[]): unknown {
  if (!isJsonObject(message)) return message;
  const headers = listOf(message['headers']).filter(
    (header) => !isJsonObject(header) || !names.includes((stringOf(header['name']) ?? '').toLowerCase()),
  );
  return { ...message, headers, cookies: [] };
}
