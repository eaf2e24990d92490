import type { Body, Exchange, Header, Known } from '../http/exchange.ts';
import type { TraceChecks } from './trace-checks.ts';

const longName = 1024;
const longValue = 1024 * 1024;
const longBody = 64 * 1024 * 1024;
const mostHeaders = 2000;
/** Year 9999; `Date` takes no more than 8.64e15. */
const latest = 253_402_300_799_999;

/** One exchange of a trace file. */
export function readTraceExchange(value: unknown, place: string, checks: TraceChecks): Exchange {
  const item = checks.object(value, place);
  const at = (name: string): string => `${place}.${name}`;
  const text = (name: string, most: number): string => checks.text(item[name], at(name), most);
  const optionalText = (name: string, most: number): string | undefined =>
    checks.optionalText(item[name], at(name), most);
  const number = (name: string, most: number): number | undefined =>
    item[name] === undefined ? undefined : checks.number(item[name], at(name), most);
  const integer = (name: string): number | undefined =>
    item[name] === undefined ? undefined : checks.integer(item[name], at(name));
  const url = text('url', longValue);
  if (!/^https?:\/\//i.test(url))
    checks.refuse(at('url'), 'The address of an exchange begins with http or https.');
  const method = text('method', 32);
  if (!/^[A-Z]+$/.test(method)) checks.refuse(at('method'), 'A method is a word in capitals.');
  const status = integer('status');
  if (status !== undefined && (status < 100 || status > 599))
    checks.refuse(at('status'), 'A status is 100 to 599.');
  return {
    id: text('id', longName),
    source: text('source', longName),
    tab: integer('tab'),
    frame: integer('frame'),
    initiator: optionalText('initiator', longValue),
    kind: checks.word(item['kind'], at('kind'), ['navigation', 'frame', 'fetch', 'preflight', 'other']),
    method,
    url,
    requestHeaders: headersOf(item['request_headers'], at('request_headers'), checks),
    requestBody: bodyOf(item['request_body'], at('request_body'), checks),
    status,
    responseHeaders: headersOf(item['response_headers'], at('response_headers'), checks),
    responseBody: bodyOf(item['response_body'], at('response_body'), checks),
    redirectTarget: optionalText('redirect_target', longValue),
    startedAt: checks.number(item['started_at'], at('started_at'), latest),
    respondedAt: number('responded_at', latest),
    endedAt: number('ended_at', latest),
    networkError: optionalText('network_error', longName),
    channels: checks
      .list(item['channels'], at('channels'), 10)
      .map((channel, index) =>
        checks.word(channel, `${at('channels')}[${index}]`, [
          'web_request',
          'devtools_network',
          'page_hook',
          'response_filter',
          'file',
        ]),
      ),
    known: knownOf(item['known'], at('known'), checks),
  };
}

function headersOf(value: unknown, place: string, checks: TraceChecks): readonly Header[] {
  return checks.list(value, place, mostHeaders).map((item, index) => {
    const header = checks.object(item, `${place}[${index}]`);
    return {
      name: checks.text(header['name'], `${place}[${index}].name`, longName),
      value: checks.text(header['value'], `${place}[${index}].value`, longValue),
    };
  });
}

function bodyOf(value: unknown, place: string, checks: TraceChecks): Body | undefined {
  if (value === undefined) return undefined;
  const body = checks.object(value, place);
  return {
    text: checks.text(body['text'], `${place}.text`, longBody),
    mediaType: checks.text(body['media_type'], `${place}.media_type`, longName),
    fidelity: checks.word(body['fidelity'], `${place}.fidelity`, ['exact', 'rebuilt']),
    cutFrom:
      body['cut_from'] === undefined ? undefined : checks.integer(body['cut_from'], `${place}.cut_from`),
  };
}

function knownOf(value: unknown, place: string, checks: TraceChecks): Known {
  const known = checks.object(value, place);
  const flag = (name: string): boolean => checks.flag(known[name], `${place}.${name}`);
  return {
    requestHeaders: flag('request_headers'),
    ...(known['browser_headers'] === undefined || flag('browser_headers') ? {} : { browserHeaders: false }),
    requestBody: flag('request_body'),
    responseHeaders: flag('response_headers'),
    responseBody: flag('response_body'),
    fragment: flag('fragment'),
    ...(known['failures'] === undefined || flag('failures') ? {} : { failures: false }),
  };
}
