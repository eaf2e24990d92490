import type { Exchange } from '../http/exchange.ts';
import type { RedactedExchange } from './redact-exchange.ts';
import type { Shareable } from './shareable.ts';
import { visible } from '../http/visible.ts';
import { receiptSentence } from './words.ts';

/** Headers that curl makes itself, or that only a browser may send. */
const left = /^(?::|host$|content-length$|connection$|accept-encoding$|sec-|user-agent$|referer$)/i;

/** A request as a curl command; each secret is a placeholder to fill in. */
export function requestToCurl(exchange: RedactedExchange): string {
  return commandOf(exchange);
}

function commandOf({ method, url, requestHeaders, requestBody }: Exchange): string {
  const body = requestBody?.text ?? '';
  const lines = [
    `curl ${method === (body === '' ? 'GET' : 'POST') ? '' : `-X ${method} `}${quote(url)}`,
    ...requestHeaders
      .filter(({ name }) => !left.test(name))
      .map(({ name, value }) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data-raw ${quote(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

/** Each step of each flow as a curl command under a line that names it. */
export function toCurl(session: Shareable): string {
  const commands = session.report.flows.flatMap(({ steps }) =>
    steps.flatMap(({ exchange, label, status, from }, index) => {
      const sent = session.exchanges.find(({ id }) => id === exchange);
      if (sent === undefined || from === 'authorization_server') return [];
      const answer = status === undefined ? 'no answer' : String(status);
      return [`# ${index + 1} ${visible(label)}: ${answer}\n${commandOf(sent)}`];
    }),
  );
  return `${[`# ${receiptSentence(session.receipt)}`, ...commands].join('\n\n')}\n`;
}

/** Nothing in a captured text may end the quotes, and no control character may reach a terminal. */
function quote(text: string): string {
  const plain = text
    .split(/\r?\n/)
    .map((line) => visible(line))
    .join('\n');
  return `'${plain.replaceAll("'", `'\\''`)}'`;
}
