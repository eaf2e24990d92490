import { isJsonObject, listOf, type JsonObject } from '../engine/http/json.ts';
import { anyName, anyWord, mutateText } from './mutate-text.ts';
import { pick, type Random } from './seeded-random.ts';

/** A HAR with some of its entries written as another program may write them; it stays one that is read. */
export function mutateHar(text: string, random: Random): string {
  const file: unknown = JSON.parse(text);
  const log = isJsonObject(file) && isJsonObject(file['log']) ? file['log'] : {};
  const entries = [...listOf(log['entries'])];
  const changes = 1 + Math.floor(random() * 6);
  for (let count = 0; count < changes; count++) {
    const at = Math.floor(random() * entries.length);
    const entry = entries[at];
    if (isJsonObject(entry)) entries[at] = changedEntry(entry, random);
  }
  const changed = { ...log, ...(random() < 0.3 ? changedLog(random) : {}), entries };
  return `${random() < 0.05 ? '\uFEFF' : ''}${JSON.stringify({ log: changed }, undefined, random() < 0.5 ? 1 : 0)}`;
}

function changedLog(random: Random): JsonObject {
  const changes: readonly JsonObject[] = [
    {
      creator: {
        name: pick(['WebInspector', 'Firefox', 'Playwright', 'Charles Proxy', 'mitmproxy', ''], random),
      },
    },
    { creator: undefined },
    { browser: { name: pick(['chromium', 'firefox', 'webkit', ''], random) } },
    { pages: undefined },
    { pages: [null, {}, { id: '__proto__' }] },
    { version: 1.2 },
    { ['__proto__']: { entries: 7 }, comment: anyWord(random) },
  ];
  return pick(changes, random) ?? {};
}

function changedEntry(entry: JsonObject, random: Random): JsonObject {
  const kind = random();
  if (kind < 0.25) return { ...entry, ...oddFacts(random) };
  const side = random() < 0.5 ? 'request' : 'response';
  const message = isJsonObject(entry[side]) ? entry[side] : {};
  const changed = kind < 0.6 ? { ...message, ...oddMembers(message, random) } : changedTexts(message, random);
  return { ...entry, [side]: side === 'request' ? keptReadable(changed, message) : changed };
}

/** An entry without an address or a method is refused with its file. */
function keptReadable(changed: JsonObject, was: JsonObject): JsonObject {
  const { url, method } = changed;
  return {
    ...changed,
    url: typeof url === 'string' && /^https?:/i.test(url) ? url : was['url'],
    method: typeof method === 'string' ? method : was['method'],
  };
}

function oddFacts(random: Random): JsonObject {
  const changes: readonly JsonObject[] = [
    {
      startedDateTime: pick(
        ['1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00.000Z'],
        random,
      ),
    },
    {
      startedDateTime: pick(
        ['-271821-04-20T00:00:00.000Z', '2026-11-24T11:12:37.0029999999+0100', '2026-11-24'],
        random,
      ),
    },
    { startedDateTime: undefined },
    { time: pick([-1, null, 1e308, 'NaN', 0.1], random) },
    {
      timings: pick(
        [null, [], { wait: -1 }, { wait: 1e308, receive: 1e308 }, { wait: 'NaN' }, { wait: -1e308 }],
        random,
      ),
    },
    { pageref: pick([undefined, '', '__proto__', 'constructor', 'page_9', 7], random) },
    { _frameref: pick(['', '__proto__', 'tab_1_frame_0', 7], random) },
    {
      _initiator: pick(
        [null, { type: 'script' }, { url: anyWord(random) }, { stack: { parent: {} } }],
        random,
      ),
    },
    { _resourceType: pick(['document', 'fetch', 'preflight', 'websocket', '__proto__', null], random) },
    { _known: pick([[], ['fragment'], null, ['__proto__'], 'all'], random) },
    { _error: anyWord(random) },
    { response: pick([null, {}, [], 'none'], random) },
    { serverIPAddress: anyWord(random), connection: 7, cache: null },
  ];
  return pick(changes, random) ?? {};
}

function oddMembers(message: JsonObject, random: Random): JsonObject {
  const headers = listOf(message['headers']);
  const changes: readonly JsonObject[] = [
    { headers: pick([null, {}, undefined, [null], [{}], [{ name: 7, value: null }], 'a: b'], random) },
    { headers: [...headers, ...headers] },
    { headers: [...headers, { name: anyName(random), value: anyWord(random) }] },
    {
      headers: headers.map((each) =>
        isJsonObject(each) ? { Name: each['name'], value: each['value'] } : each,
      ),
    },
    { status: pick([0, -1, '302', 302.5, null, 999, 200], random), statusText: anyWord(random) },
    { method: pick(['get', 'CONNECT', '', 'POST', 'İ'], random) },
    { redirectURL: anyWord(random) },
    {
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        params: [{ name: anyName(random), value: anyWord(random) }],
      },
    },
    {
      postData: pick(
        [null, {}, { text: '' }, { text: 7 }, { mimeType: null, text: 'a=b', params: null }],
        random,
      ),
    },
    {
      content: pick(
        [null, {}, { size: -1 }, { text: 7 }, { text: '%', encoding: 'base64' }, { text: '', comment: 'x' }],
        random,
      ),
    },
    {
      content: {
        mimeType: 'application/json; charset=x',
        encoding: 'base64',
        text: Buffer.from(anyWord(random)).toString('base64'),
      },
    },
    { queryString: pick([null, [{}], [{ name: 'code', value: 'other' }]], random) },
    { cookies: pick([null, [null], [{ name: '__proto__', value: anyWord(random) }]], random) },
  ];
  return pick(changes, random) ?? {};
}

/** A text somewhere in a message, changed. */
function changedTexts(message: JsonObject, random: Random): JsonObject {
  const name = pick(Object.keys(message), random);
  if (name === undefined) return message;
  return { ...message, [name]: changedText(message[name], random) };
}

function changedText(value: unknown, random: Random): unknown {
  if (typeof value === 'string') return mutateText(value, random);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * value.length);
    return value.map((each: unknown, index) => (index === at ? changedText(each, random) : each));
  }
  return isJsonObject(value) ? changedTexts(value, random) : value;
}
