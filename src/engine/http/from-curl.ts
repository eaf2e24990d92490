import { placeInOrder } from './clock-time.ts';
import type { Exchange } from './exchange.ts';
import { problemAt, type Problem } from './problem.ts';
import { fromCmdQuoting, shellWords } from './shell-words.ts';
import { fromTextEntry } from './text-entry.ts';

interface Call {
  method: string | undefined;
  url: string | undefined;
  readonly headers: { readonly name: string; readonly value: string }[];
  readonly data: string[];
  isGet: boolean;
  /** The body is a file or several parts: there is one, and it is not known. */
  hasUnseenBody: boolean;
}

/**
 * Reads `curl` commands, one after another, as browsers copy them (bash and cmd) and people write them. There are no
 * answers and no times in them.
 */
export function fromCurl(text: string, source: string): readonly Exchange[] | Problem {
  // Only the line with the first command tells the shell: a body may hold anything.
  const first = /^(?!\s*#).*\bcurl\b.*$/m.exec(text)?.[0] ?? '';
  const isCmd = /^[^']*\^(?:"|$)/.test(first);
  const calls = callsIn(shellWords(isCmd ? fromCmdQuoting(text) : text));
  const exchanges: Exchange[] = [];
  for (const [index, call] of calls.entries()) {
    const exchange = exchangeOf(call, source, index);
    if (exchange === undefined)
      return problemAt(
        source,
        `command ${index + 1}`,
        'The curl command has no address that starts with http.',
      );
    exchanges.push(exchange);
  }
  if (exchanges.length === 0) return problemAt(source, 'line 1', 'There is no curl command in the file.');
  return exchanges;
}

const shortWithValue = /^-([XHdubAeFomTxcEk])(.+)$/;

/** Options whose value stands in the next word; those not named here are switches, or are of no interest. */
const withValue: ReadonlySet<string> = new Set(
  `-X --request -H --header -d --data --data-raw --data-ascii --data-binary --data-urlencode --json --url -u --user -b
   --cookie -A --user-agent -e --referer -o --output -m --max-time --connect-timeout -x --proxy -c --cookie-jar -E
   --cert --key --cacert -F --form -w --write-out --resolve --retry`.split(/\s+/),
);

function callsIn(words: readonly string[]): readonly Call[] {
  const calls: Call[] = [];
  let pending: string | undefined;
  let starts = true;
  for (const word of words) {
    const call = calls.at(-1);
    if (call !== undefined && pending !== undefined) {
      // Whatever it is: a quoted line break is a value too.
      apply(call, pending, word);
      pending = undefined;
    } else if (word === '\n' || word === '&&' || word === '&' || word === '|') {
      starts = true;
    } else if (/^(?:.*[\\/])?curl(?:\.exe)?$/.test(word) && starts) {
      calls.push({
        method: undefined,
        url: undefined,
        headers: [],
        data: [],
        isGet: false,
        hasUnseenBody: false,
      });
      starts = false;
    } else if (call === undefined || starts) {
      starts = /^\$$/.test(word);
    } else if (withValue.has(word)) {
      pending = word;
    } else {
      const glued = word.startsWith('--') ? /^(--[a-z-]+)=([^]*)$/.exec(word) : shortWithValue.exec(word);
      const [, option = word, value = ''] = glued ?? [];
      apply(call, glued === null || word.startsWith('--') ? option : `-${option}`, value);
    }
  }
  return calls;
}

function apply(call: Call, option: string, value: string): void {
  switch (option) {
    case '-X':
    case '--request':
      call.method = value.toUpperCase();
      return;
    case '-H':
    case '--header': {
      const [, name, content = ''] = /^([^:;]+)[:;]\s*([^]*)$/.exec(value) ?? [];
      if (name !== undefined) call.headers.push({ name, value: content });
      return;
    }
    case '-u':
    case '--user':
      call.headers.push({ name: 'Authorization', value: `Basic ${base64(value)}` });
      return;
    case '-b':
    case '--cookie':
      call.headers.push({ name: 'Cookie', value });
      return;
    case '--json':
      call.headers.push({ name: 'Content-Type', value: 'application/json' });
      call.data.push(value);
      return;
    case '--data-urlencode':
      call.data.push(urlEncoded(value));
      return;
    case '-F':
    case '--form':
      call.hasUnseenBody = true;
      return;
    case '-d':
    case '--data':
    case '--data-ascii':
    case '--data-binary':
      if (value.startsWith('@')) call.hasUnseenBody = true;
      else call.data.push(value);
      return;
    case '--data-raw':
      call.data.push(value);
      return;
    case '-G':
    case '--get':
      call.isGet = true;
      return;
    case '-I':
    case '--head':
      call.method = 'HEAD';
      return;
    case '--url':
      call.url ??= value;
      return;
    default:
      if (!option.startsWith('-')) call.url ??= option;
  }
}

function exchangeOf(call: Call, source: string, index: number): Exchange | undefined {
  const { url } = call;
  if (url === undefined || !/^https?:\/\/./i.test(url)) return undefined;
  const data = call.data.join('&');
  const inQuery = call.isGet && data !== '';
  const target = inQuery ? `${url}${url.includes('?') ? '&' : '?'}${data}` : url;
  const sends = call.hasUnseenBody || (call.data.length > 0 && !inQuery);
  const mediaType =
    call.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ??
    'application/x-www-form-urlencoded';
  const request = {
    headers: call.headers,
    bodySize: sends ? undefined : 0,
    ...(sends && !call.hasUnseenBody ? { postData: { mimeType: mediaType, text: data } } : {}),
  };
  return fromTextEntry({ request, response: {} }, target, call.method ?? (sends ? 'POST' : 'GET'), {
    id: `${source}#${index}`,
    source,
    startedAt: placeInOrder(index),
  });
}

/** `name=content`: only the content is encoded. */
function urlEncoded(value: string): string {
  const [, name = '', content = value] = /^([^=@]*=)([^]*)$/.exec(value) ?? [];
  return `${name === '=' ? '' : name}${encodeURIComponent(content.replaceAll(/\p{Surrogate}/gu, '\ufffd'))}`;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''));
}
