import { fromHar } from '../../src/engine/http/from-har.ts';
import type { Exchange } from '../../src/engine/http/exchange.ts';
import { isProblem } from '../../src/engine/http/problem.ts';
import { cleanBrokeredLogins } from '../../src/testing/clean-brokered-logins.ts';
import { fromTraceText } from '../../src/testing/trace-text.ts';
import { thousandLogins } from './thousand-logins.ts';
import type { CaptureStatus } from '../../src/messaging/protocol.ts';

const recordings = import.meta.glob<string>(['../recordings/*.har', '../grant-recordings/*.har'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What a panel is shown with. */
export interface Scene {
  readonly exchanges: readonly Exchange[];
  /** Undefined: the worker has not answered yet. */
  readonly status: CaptureStatus | undefined;
  /** True: nothing is recorded, only files are shown. */
  readonly viewer?: boolean;
}

const recording: CaptureStatus = {
  recording: 'devtools_open',
  settings: { recordAlways: false, pageHook: true, logSize: 5_000 },
  droppedExchanges: 0,
  storageRefused: false,
  allSites: true,
};

/** Real logins of the recordings, one after the other as if in one session. */
function recorded(...names: readonly string[]): Scene {
  const exchanges = names.flatMap((name) => {
    const text = recordings[`../recordings/${name}.har`] ?? recordings[`../grant-recordings/${name}.har`];
    const read = fromHar(text ?? '', name);
    if (isProblem(read)) throw new Error(`${name}: ${read.reason}`);
    return read.map((exchange) => ({ ...exchange, tab: name.endsWith('.backend') ? undefined : 1 }));
  });
  return { exchanges, status: recording };
}

/** A device login whose ID tokens were changed on their way: one letter of each signature is another. */
function forged(): Scene {
  const { exchanges, status } = recorded('device');
  const changed = exchanges.map(({ responseBody, ...rest }) => ({
    ...rest,
    responseBody: responseBody && {
      ...responseBody,
      text: responseBody.text.replaceAll(idTokens, changeSignature),
    },
  }));
  return { exchanges: changed, status };
}

const idTokens = /("id_token":"[\w-]+\.[\w-]+\.)([\w-])/gu;

function changeSignature(_: string, before: string, letter: string): string {
  return `${before}${letter === 'A' ? 'B' : 'A'}`;
}

/** Logins of the inspected tab 1, of a frame in it, of a popup of its page, and of a tab that has nothing to do with it. */
function placed(): Scene {
  const login = (id: string, at: number, place: string): string =>
    `GET https://op.test/authorize?client_id=${id}&response_type=code&state=${id}-af0ifjsldkj&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?error=access_denied&state=${id}-af0ifjsldkj @${at}s ${place}`;
  const exchanges = fromTraceText(
    [
      'GET https://app.test/ -> 200 <p>App</p> @0s tab=1',
      login('own', 1, 'tab=1'),
      login('frame', 10, 'tab=1 frame=7'),
      login('popup', 20, 'tab=2'),
      login('other', 30, 'tab=3'),
    ].join('\n'),
  );
  return {
    exchanges: exchanges.map((exchange) =>
      exchange.tab === 2 ? { ...exchange, initiator: 'https://app.test' } : exchange,
    ),
    status: recording,
  };
}

/** Refused logins whose errors are longer than a narrow list is wide, at a server of a long name. */
function long(): Scene {
  const login = (error: string, at: number): string =>
    `GET https://company-engineering.okta.com/oauth2/default/v1/authorize?client_id=shop&response_type=code&state=${at}-af0ifjsldkj&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 302 https://app.test/cb?error=${error}&state=${at}-af0ifjsldkj @${at}s`;
  const errors = ['invalid_redirect_uri', 'unsupported_token_endpoint_authentication_method'];
  return { exchanges: fromTraceText(errors.map(login).join('\n')), status: recording };
}

/** A broker between the app and Google. */
function brokered(): Scene {
  const [, login = ''] = cleanBrokeredLogins.find(([name]) => name.startsWith('Keycloak')) ?? [];
  return { exchanges: fromTraceText(login), status: recording };
}

function empty(change: Partial<CaptureStatus>): Scene {
  return { exchanges: [], status: { ...recording, ...change } };
}

/** Everything a panel may have to show, by name. */
export const scenes: Readonly<Record<string, () => Scene>> = {
  'failed-redirect-uri': () => recorded('ok-redirect', 'ok-refresh', 'redirect-uri-at-token'),
  'failed-late': () => recorded('code-expired'),
  'failed-tenant': () => recorded('wrong-tenant'),
  'failed-reused': () => recorded('code-reused-by-reload'),
  'failed-verifier': () => recorded('wrong-verifier'),
  'failed-cors': () => recorded('no-cors'),
  'failed-at-authorize': () => recorded('redirect-uri-at-authorize'),
  'failed-unknown-client': () => recorded('unknown-client'),
  'failed-on-server': () => recorded('server-wrong-secret', 'server-wrong-secret.backend'),
  clean: () => recorded('ok-redirect'),
  'clean-popup': () => recorded('ok-popup'),
  'handed-to-server': () => recorded('server-ok'),
  device: () => recorded('device'),
  hybrid: () => recorded('hybrid'),
  'failed-on-back-end': () => recorded('client-credentials-wrong-secret'),
  brokered,
  long,
  forged,
  placed,
  'thousand-logins': () => ({ exchanges: thousandLogins(), status: recording }),
  empty: () => empty({}),
  off: () => empty({ recording: 'off' }),
  connecting: () => ({ exchanges: [], status: undefined }),
  viewer: () => ({ exchanges: [], status: undefined, viewer: true }),
  restricted: () => empty({ allSites: false, storageRefused: true, droppedExchanges: 12 }),
};
