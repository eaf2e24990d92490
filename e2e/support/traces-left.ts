import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isJsonObject } from '../../src/engine/http/json.ts';
import type { Secrets } from './whole-login.ts';

/** The folders and files of a profile that hold secrets, as `name in place`: as sent, in UTF-16, or inside base64. */
export function placesOf(secrets: Secrets, profile: string): readonly string[] {
  const places = filesIn(profile).flatMap((path) => {
    const bytes = readFileSync(path);
    const place = relative(profile, path).split(sep).slice(0, 2).join('/');
    return [...secrets].flatMap(([name, value]) =>
      formsOf(value).some((form) => bytes.includes(form)) ? [`${name} in ${place}`] : [],
    );
  });
  return [...new Set(places)].toSorted();
}

function formsOf(value: string): readonly Buffer[] {
  // At both ends, base64 depends on what stands beside the value.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.from('x'.repeat(shift) + value)
        .toString('base64')
        .slice(4, -4),
    ),
  );
  return [
    Buffer.from(value),
    Buffer.from(encodeURIComponent(value)),
    Buffer.from(value.replaceAll(' ', '+')),
    Buffer.from(value, 'utf16le'),
    ...base64,
  ];
}

/** The addresses that an origin asked, by the browser's log of its network (netlog: each event has its `params`). */
export function requestsOf(origin: string, netLog: string): readonly string[] {
  const log: unknown = JSON.parse(readFileSync(netLog, 'utf8'));
  const events: unknown = isJsonObject(log) ? log['events'] : undefined;
  if (!Array.isArray(events)) throw new Error(`"${netLog}" is no log of a network.`);
  return events.flatMap((event: unknown) => {
    const params = isJsonObject(event) ? event['params'] : undefined;
    if (!isJsonObject(params) || params['initiator'] !== origin) return [];
    return typeof params['url'] === 'string' ? [params['url']] : [];
  });
}

/** The databases that pages and extensions write into alike, in which an origin has written. */
export function sharedPlacesOf(origin: string, profile: string): readonly string[] {
  const folders = ['Local Storage', 'Session Storage', 'IndexedDB', 'File System'];
  return folders.filter((folder) =>
    filesIn(join(profile, 'Default', folder)).some((path) => readFileSync(path).includes(origin)),
  );
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
