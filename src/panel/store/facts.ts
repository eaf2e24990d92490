import type { Evidence, EvidencePart } from '../../engine/http/evidence.ts';
import type { Exchange, Header } from '../../engine/http/exchange.ts';
import type { JsonObject } from '../../engine/http/json.ts';
import type { Parameter } from '../../engine/http/parameters.ts';
import { readingOf } from '../../engine/http/reading.ts';

/** One named value of an exchange, and where it stands. */
export interface Fact {
  readonly at: Evidence;
  readonly value: string;
}

/** Facts that stand in one place of an exchange. */
export interface FactGroup {
  readonly side: 'request' | 'answer';
  /** Headers are shown last: they seldom decide anything. */
  readonly headers: boolean;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Takes an exchange apart into what a reader looks at; places without a value are left out. */
export function factsOf(exchange: Exchange): readonly FactGroup[] {
  const reading = readingOf(exchange);
  const { id } = exchange;
  const groups: readonly FactGroup[] = [
    group('request', 'Query', parametersAt(id, 'query', reading.query())),
    group('request', 'Fragment', parametersAt(id, 'fragment', reading.fragment())),
    group('request', 'Form body', parametersAt(id, 'form', reading.form())),
    group('request', 'JSON body', membersAt(id, 'request_json', reading.requestJson())),
    group('answer', 'Redirect, query', parametersAt(id, 'redirect_query', reading.redirectQuery())),
    group('answer', 'Redirect, fragment', parametersAt(id, 'redirect_fragment', reading.redirectFragment())),
    group('answer', 'Answer, JSON', membersAt(id, 'response_json', reading.responseJson())),
    group('answer', 'Answer, text', textAt(id, reading.responseText())),
    group('request', 'Request headers', headersAt(id, 'request_header', exchange.requestHeaders), true),
    group('answer', 'Answer headers', headersAt(id, 'response_header', exchange.responseHeaders), true),
  ];
  return groups.filter(({ facts }) => facts.length > 0);
}

function group(
  side: FactGroup['side'],
  title: string,
  facts: readonly Fact[],
  headers: boolean = false,
): FactGroup {
  return { side, headers, title, facts };
}

function parametersAt(
  exchange: string,
  part: EvidencePart,
  parameters: readonly Parameter[],
): readonly Fact[] {
  return parameters.map(({ name, value }) => ({ at: { exchange, part, name }, value }));
}

function membersAt(exchange: string, part: EvidencePart, object: JsonObject | undefined): readonly Fact[] {
  return Object.entries(object ?? {}).map(([name, value]) => ({
    at: { exchange, part, name },
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

function headersAt(exchange: string, part: EvidencePart, headers: readonly Header[]): readonly Fact[] {
  return headers.map(({ name, value }) => ({ at: { exchange, part, name }, value }));
}

function textAt(exchange: string, text: string): readonly Fact[] {
  return text === '' ? [] : [{ at: { exchange, part: 'response_body', name: '' }, value: text }];
}
