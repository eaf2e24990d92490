import type { Body, Exchange, Header } from '../engine/http/exchange.ts';
import { anyName, anyWord, mutateText } from './mutate-text.ts';
import { pick, type Random } from './seeded-random.ts';

const mediaTypes = [
  '',
  'application/json',
  'application/x-www-form-urlencoded',
  'text/html',
  'text/plain',
  'application/jwt',
  'multipart/form-data',
];
const headerNames = [
  'Location',
  'Authorization',
  'DPoP',
  'DPoP-Nonce',
  'WWW-Authenticate',
  'Set-Cookie',
  'Cookie',
  'Date',
  'Refresh',
  'Content-Type',
  'Origin',
  'Referer',
  'Access-Control-Allow-Origin',
  'Cache-Control',
  'Age',
  '__proto__',
  'constructor',
];
/** Year 9999, the last that the readers take. */
const latest = 253_402_300_799_000;

/** Exchanges that can be written and read again, some of them changed, dropped, doubled, moved or mixed with those of another recording. */
export function mutateExchanges(
  exchanges: readonly Exchange[],
  others: readonly Exchange[],
  random: Random,
): readonly Exchange[] {
  const all = random() < 0.25 ? interleaved(exchanges, others, random) : [...exchanges];
  const changes = 1 + Math.floor(random() * 8);
  for (let count = 0; count < changes; count++) changeList(all, others, random);
  return all;
}

function interleaved(one: readonly Exchange[], other: readonly Exchange[], random: Random): Exchange[] {
  const rest = [...other];
  return [...one.flatMap((each) => (random() < 0.5 ? [...rest.splice(0, 1), each] : [each])), ...rest];
}

function changeList(all: Exchange[], others: readonly Exchange[], random: Random): void {
  const at = Math.floor(random() * all.length);
  const exchange = all[at];
  const other = pick(random() < 0.5 ? all : others, random);
  if (exchange === undefined || other === undefined) return;
  const kind = random();
  if (kind < 0.08) all.splice(at, 1);
  else if (kind < 0.14) all.splice(Math.floor(random() * all.length), 0, exchange);
  else if (kind < 0.2) all.splice(Math.floor(random() * all.length), 0, ...all.splice(at, 1));
  else if (kind < 0.22) all.reverse();
  else if (kind < 0.36) all[at] = { ...exchange, ...partOf(other, random) };
  else all[at] = { ...exchange, ...changedPart(exchange, random) };
}

/** A part of an exchange, to stand in another. */
function partOf(exchange: Exchange, random: Random): Partial<Exchange> {
  const { url, method, requestBody, requestHeaders, status, responseBody, responseHeaders, redirectTarget } =
    exchange;
  const parts: readonly Partial<Exchange>[] = [
    { url },
    { method },
    { requestBody },
    { requestHeaders },
    { status },
    { responseBody },
    { responseHeaders },
    { redirectTarget, status },
    { startedAt: exchange.startedAt, respondedAt: exchange.respondedAt, endedAt: exchange.endedAt },
    { tab: exchange.tab, frame: exchange.frame, kind: exchange.kind, initiator: exchange.initiator },
  ];
  return pick(parts, random) ?? {};
}

function changedPart(exchange: Exchange, random: Random): Partial<Exchange> {
  const kind = random();
  if (kind < 0.25) return { url: changedUrl(exchange.url, random) };
  if (kind < 0.37) return { requestBody: changedBody(exchange.requestBody, random) };
  if (kind < 0.52) return { responseBody: changedBody(exchange.responseBody, random) };
  if (kind < 0.6) return { requestHeaders: changedHeaders(exchange.requestHeaders, random) };
  if (kind < 0.7) return changedAnswerHeaders(exchange, random);
  if (kind < 0.8) return changedTimes(exchange, random);
  if (kind < 0.86)
    return { status: pick([undefined, 100, 101, 200, 204, 302, 303, 307, 400, 401, 403, 500, 599], random) };
  if (kind < 0.9)
    return { method: pick(['GET', 'POST', 'PUT', 'OPTIONS', 'HEAD', 'TRACE', 'M'], random) ?? 'GET' };
  if (kind < 0.96) return changedPlace(random);
  return random() < 0.5 ? { networkError: anyWord(random).slice(0, 1000) } : changedKnown(exchange, random);
}

/** The readers leave out what is not HTTP, so that the address stays one. */
function changedUrl(url: string, random: Random): string {
  const changed = mutateText(url, random);
  return /^https?:\/\//i.test(changed) ? changed : `${url}${url.includes('?') ? '&' : '?'}${changed}`;
}

function changedBody(body: Body | undefined, random: Random): Body | undefined {
  if (random() < 0.06) return undefined;
  const { text = '', mediaType = '' } = body ?? {};
  const sort = random() < 0.1 ? (pick(mediaTypes, random) ?? '') : mediaType;
  return { text: mutateText(text, random), mediaType: sort, fidelity: 'exact', cutFrom: undefined };
}

function changedAnswerHeaders(exchange: Exchange, random: Random): Partial<Exchange> {
  if (exchange.redirectTarget === undefined || random() < 0.4)
    return { responseHeaders: changedHeaders(exchange.responseHeaders, random) };
  const target = mutateText(exchange.redirectTarget, random);
  const isLocation = ({ name }: Header): boolean => name.toLowerCase() === 'location';
  const rest = exchange.responseHeaders.filter((header) => !isLocation(header));
  return { redirectTarget: target, responseHeaders: [...rest, { name: 'Location', value: target }] };
}

function changedHeaders(headers: readonly Header[], random: Random): readonly Header[] {
  const at = Math.floor(random() * headers.length);
  const header = headers[at] ?? { name: pick(headerNames, random) ?? '', value: '' };
  const kind = random();
  if (kind < 0.1) return [];
  if (kind < 0.2) return headers.toSpliced(at, 1);
  if (kind < 0.35) return [...headers, header];
  if (kind < 0.55) return [...headers, { name: pick(headerNames, random) ?? '', value: anyWord(random) }];
  if (kind < 0.6) return headers.toSpliced(at, 1, { ...header, name: anyName(random) });
  if (kind < 0.65) return headers.toSpliced(at, 1, { ...header, name: header.name.toUpperCase() });
  return headers.toSpliced(at, 1, { ...header, value: mutateText(header.value, random) });
}

function changedTimes({ startedAt, respondedAt }: Exchange, random: Random): Partial<Exchange> {
  const day = 86_400_000;
  const shift =
    pick([-day * 400, -day, -3_600_000, -1000, -1, 0.25, 1000, 600_000, day, day * 4000], random) ?? 0;
  const kind = random();
  if (kind < 0.15) return { startedAt: pick([0, 1, 10_000, latest], random) ?? 0 };
  if (kind < 0.3) return { respondedAt: undefined, endedAt: undefined };
  if (kind < 0.5) return { respondedAt: startedAt, startedAt: respondedAt ?? startedAt };
  const moved = Math.min(latest, Math.max(0, startedAt + shift));
  return kind < 0.75 ? { startedAt: moved } : { startedAt: moved, respondedAt: moved + 1, endedAt: latest };
}

function changedPlace(random: Random): Partial<Exchange> {
  return {
    tab: pick([undefined, 0, 1, 2, Number.MAX_SAFE_INTEGER], random),
    frame: pick([undefined, 0, 1, 7], random),
    kind: pick(['navigation', 'frame', 'fetch', 'preflight', 'other'], random) ?? 'other',
    initiator: pick([undefined, 'null', '', 'https://app.test', 'https://as.test:0'], random),
  };
}

function changedKnown({ known }: Exchange, random: Random): Partial<Exchange> {
  const flag = (was: boolean): boolean => (random() < 0.4 ? !was : was);
  return {
    known: {
      requestHeaders: flag(known.requestHeaders),
      requestBody: flag(known.requestBody),
      responseHeaders: flag(known.responseHeaders),
      responseBody: flag(known.responseBody),
      fragment: flag(known.fragment),
    },
  };
}
