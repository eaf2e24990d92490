import { request as send, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** Where a walk ended. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

/** What a person types into fields and which button of a name is pressed. */
export type Person = Readonly<Record<string, string>>;

/** A browser's navigation without the browser: cookies, redirects, and forms filled in by a person. */
export interface UserAgent {
  /** Goes to a page, follows its redirects, and fills in forms until a page asks for nothing. */
  go(url: string, person: Person): Promise<Page>;
  /** Does what a script of the page does: a request with JSON and the page’s cookies. */
  send(method: string, url: string, json: unknown): Promise<Page>;
}

interface Sent {
  readonly method: string;
  readonly type: string;
  readonly body: string;
  /** The page whose form it is. */
  readonly from?: URL;
}

interface Cookie {
  readonly host: string;
  readonly name: string;
  readonly value: string;
  /** SameSite=Lax or Strict. */
  readonly sameSite: boolean;
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1];

/** The fields of the page's form as the person leaves them; undefined when the page has no form. */
function filledIn(page: Page, person: Person): { readonly url: string; readonly form: string } | undefined {
  const opening = /<form[^>]*>/u.exec(page.body)?.[0];
  if (opening === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [tag] of page.body.matchAll(/<(?:input|button)[^>]*>/gu)) {
    const name = attribute(tag, 'name');
    if (name === undefined) continue;
    const typed = person[name] ?? (tag.startsWith('<input') ? attribute(tag, 'value') : undefined);
    if (typed !== undefined) fields.set(name, typed);
    // A field that the person has nothing for, such as a new code after the old one failed, ends the walk.
    else if (tag.startsWith('<input')) return undefined;
  }
  const action = (attribute(opening, 'action') ?? '').replaceAll('&amp;', '&');
  return { url: new URL(action === '' ? page.url.href : action, page.url).href, form: fields.toString() };
}

/** A user agent with a fresh profile whose requests go through the proxy on `port`. */
export function createUserAgent(port: number): UserAgent {
  const cookies: Cookie[] = [];

  function keepCookies({ hostname: host }: URL, answer: IncomingMessage): void {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      const known = cookies.findIndex((cookie) => cookie.host === host && cookie.name === name);
      if (known >= 0) cookies.splice(known, 1);
      const expires = /expires=([^;]+)/iu.exec(line)?.[1];
      if (expires !== undefined && Date.parse(expires) < Date.now()) continue;
      cookies.push({ host, name, value, sameSite: /samesite=(?:lax|strict)/iu.test(line) });
    }
  }

  /** Cookies do not know ports; those of SameSite stay behind when a form of another site is sent (RFC 6265bis §5.2). */
  function cookiesFor({ hostname }: URL, sent: Sent | undefined): string | undefined {
    const isForeign = sent?.from !== undefined && sent.from.hostname !== hostname;
    const pairs = cookies
      .filter(({ host, sameSite }) => host === hostname && !(isForeign && sameSite))
      .map(({ name, value }) => `${name}=${value}`);
    return pairs.length === 0 ? undefined : pairs.join('; ');
  }

  async function ask(url: string, sent?: Sent): Promise<Page & { readonly location?: string }> {
    const at = new URL(url);
    const cookie = cookiesFor(at, sent);
    const call = send({
      host: '127.0.0.1',
      port,
      path: url.replace(/#.*$/u, ''),
      method: sent?.method ?? 'GET',
      headers: {
        host: at.host,
        accept: 'text/html',
        'sec-fetch-dest': sent?.type === json ? 'empty' : 'document',
        'sec-fetch-mode': sent?.type === json ? 'cors' : 'navigate',
        ...(cookie === undefined ? {} : { cookie }),
        ...(sent === undefined ? {} : { 'content-type': sent.type }),
      },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      call.on('response', resolve);
      call.on('error', reject);
    });
    call.end(sent?.body);
    const answer = await answered;
    keepCookies(at, answer);
    const { location } = answer.headers;
    const page = { url: at, status: answer.statusCode ?? 0, body: await text(answer) };
    return location === undefined ? page : { ...page, location: new URL(location, url).href };
  }

  return {
    go: async (url, person) => {
      let at = await ask(url);
      for (let step = 0; step < 30; step += 1) {
        if (at.location !== undefined) {
          at = await ask(at.location);
          continue;
        }
        const filled = filledIn(at, person);
        if (filled === undefined) return at;
        at = await ask(filled.url, { method: 'POST', type: form, body: filled.form, from: at.url });
      }
      throw new Error(`No end to the pages from ${url}`);
    },
    send: async (method, url, value) => ask(url, { method, type: json, body: JSON.stringify(value) }),
  };
}
