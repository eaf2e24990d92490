import type { Exchange } from '../../engine/http/exchange.ts';

/** Headers that curl makes itself, or that only a browser may send. */
const left = /^(?::|host$|content-length$|connection$|accept-encoding$|sec-|user-agent$|referer$)/i;

/** A masked exchange as a curl command; each secret is a placeholder to fill in. */
export function toCurl({ method, url, requestHeaders, requestBody }: Exchange): string {
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

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
