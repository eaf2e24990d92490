import { text } from 'node:stream/consumers';
import { startRecordingProxy } from '../record/recording-proxy.ts';
import { fetchThrough } from '../record/fetch-through.ts';
import { toHarText } from '../record/shrink-har.ts';
import { listen, type Listening } from '../servers/listen.ts';
import type { Glewlwyd } from './glewlwyd.ts';
import { createUserAgent, type UserAgent } from './user-agent.ts';

type Fetch = ReturnType<typeof fetchThrough>;

/** What a server said when it refused something, to the client and to itself. */
export interface Refusal {
  /** Error and description: all that a client sees. */
  readonly words: string;
  /** The reason in the server's private words, which it tells nobody else. */
  readonly reason: string;
}

/** What a case plays on: an app, a user agent and recorders; servers are added by each set-up. */
export interface Stage {
  /** Origin of the app; `/callback` is where its logins end. */
  readonly app: string;
  readonly agent: UserAgent;
  /** The one server that all stages share, where it can be had. */
  readonly glewlwyd: Glewlwyd | undefined;
  /** The app's own requests from its server, recorded as a back end's. */
  readonly fetch: Fetch;
  /** Where that recorder listens, for a library that takes no `fetch`: it passes a request on to the host it names. */
  readonly recorder: string;
  /** The app's requests from its page, recorded with the browser's. */
  readonly pageFetch: Fetch;
  /** A free port's listener that is closed with the stage. */
  readonly listen: () => Promise<Listening>;
  /** What the app does with its callback; its answer is the page. */
  readonly onCallback: (handle: (url: URL) => Promise<string>) => void;
  /** The app's `/login` sends the browser there with a cookie, and its callback wants that cookie back. */
  readonly startAt: (url: string) => void;
  /** Refusals in order. */
  readonly refusals: Refusal[];
  /** What the client library threw, in order. */
  readonly thrown: unknown[];
  /** The recordings: browser and back end. */
  readonly recordings: () => readonly { readonly name: string; readonly text: string }[];
  readonly stop: () => Promise<void>;
}

const creator = { name: 'grantscope recording proxy', version: '1' };

/** Puts an app on loopback, with a browser and a back end that are recorded apart. */
export async function startStage(glewlwyd?: Glewlwyd): Promise<Stage> {
  const [app, browser, backend] = await Promise.all([
    listen(),
    startRecordingProxy('page_1'),
    startRecordingProxy(),
  ]);
  const opened: Listening[] = [app];
  let answerCallback: (url: URL) => Promise<string> = async () => 'The app.';
  let start: string | undefined;
  app.server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', app.origin);
    const show = async (): Promise<void> => {
      if (url.pathname === '/login' && start !== undefined) {
        const cookie = 'login=under-way; Path=/; HttpOnly; SameSite=Lax';
        response.writeHead(302, { location: start, 'set-cookie': cookie }).end();
        return;
      }
      const isCallback = url.pathname.startsWith('/callback');
      // An app takes the fields of a form (response_mode form_post) as it takes those of a query.
      if (request.method === 'POST') url.search = await text(request);
      const hasForgotten = start !== undefined && request.headers.cookie?.includes('login=') !== true;
      const answer = async (): Promise<string> =>
        hasForgotten ? 'Failed: no login is under way.' : answerCallback(url);
      const words = isCallback ? await answer() : 'The app’s home page.';
      response.writeHead(words.startsWith('Failed') ? 500 : 200, {
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(`<!doctype html><title>App</title><p>${words}</p>`);
    };
    show().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const throughBrowser = fetchThrough(browser.port);
  return {
    app: app.origin,
    glewlwyd,
    agent: createUserAgent(browser.port),
    fetch: fetchThrough(backend.port),
    recorder: `http://127.0.0.1:${backend.port}`,
    pageFetch: async (url, options) =>
      throughBrowser(url, {
        ...options,
        headers: {
          ...options.headers,
          origin: app.origin,
          'sec-fetch-mode': 'cors',
          'sec-fetch-dest': 'empty',
        },
      }),
    listen: async () => {
      const at = await listen();
      opened.push(at);
      return at;
    },
    onCallback: (handle) => void (answerCallback = handle),
    startAt: (url) => void (start = url),
    refusals: [],
    thrown: [],
    recordings: () => [
      { name: 'browser.har', text: toHarText({ version: '1.2', creator }, browser.entries()) },
      { name: 'backend.har', text: toHarText({ version: '1.2', creator }, backend.entries()) },
    ],
    stop: async () =>
      void (await Promise.all([...opened, browser, backend].map(async (each) => each.stop()))),
  };
}
