import { patternsWithoutHook, tellingPatterns } from '../../src/engine/http/telling-paths.ts';

/** A listener of a probe: an event of `webRequest` with its filter and what it asks for. */
export interface ProbeListener {
  readonly event:
    | 'onBeforeRequest'
    | 'onSendHeaders'
    | 'onHeadersReceived'
    | 'onBeforeRedirect'
    | 'onCompleted'
    | 'onErrorOccurred';
  readonly urls: readonly string[];
  readonly types: readonly string[];
  readonly extra: readonly string[];
}

/** What a browser is measured with. */
export type Variant =
  | { readonly name: string; readonly kind: 'none' }
  /** An extension that only listens, to learn what listening costs. */
  | { readonly name: string; readonly kind: 'probe'; readonly listeners: readonly ProbeListener[] }
  /** The built extension, with the settings that it would have on disk. */
  | {
      readonly name: string;
      readonly kind: 'ours';
      /** Undefined where none is set. */
      readonly target?: number;
      /** What is loaded first, so that the extension takes it for the sign of a login. */
      readonly before?: string;
      readonly settings: Readonly<Record<string, boolean>>;
    };

const everywhere = ['*://*/*'];
const navigations = ['main_frame', 'sub_frame'];
const scripts = ['xmlhttprequest', 'ping', 'other'];

type Filter = Pick<ProbeListener, 'urls' | 'types'>;

const started = (filter: Filter, ...extra: readonly string[]): ProbeListener => ({
  ...filter,
  event: 'onBeforeRequest',
  extra,
});

/** All events but the first, as a log of whole exchanges needs them. */
function rest(filter: Filter, ...more: readonly string[]): readonly ProbeListener[] {
  return [
    { ...filter, event: 'onSendHeaders', extra: ['requestHeaders', ...more] },
    { ...filter, event: 'onHeadersReceived', extra: ['responseHeaders', ...more] },
    { ...filter, event: 'onBeforeRedirect', extra: ['responseHeaders', ...more] },
    { ...filter, event: 'onCompleted', extra: ['responseHeaders', ...more] },
    { ...filter, event: 'onErrorOccurred', extra: [] },
  ];
}

const whole = (filter: Filter, ...more: readonly string[]): readonly ProbeListener[] => [
  started(filter, 'requestBody'),
  ...rest(filter, ...more),
];

const pages = { urls: everywhere, types: navigations };
const calls = { urls: everywhere, types: scripts };
const narrow = { urls: tellingPatterns, types: scripts };
const narrowWithoutHook = { urls: [...tellingPatterns, ...patternsWithoutHook], types: scripts };
const oneAddress = { urls: ['*://*/*token*'], types: scripts };

const probe = (name: string, ...listeners: readonly (readonly ProbeListener[])[]): Variant => ({
  name,
  kind: 'probe',
  listeners: listeners.flat(),
});

/** What everything is compared with. */
export const bare: Variant = { name: 'no extension', kind: 'none' };
/** The same again, which shows the noise. */
export const second: Variant = { name: 'no extension, a second browser', kind: 'none' };
/** The permission alone makes the browser take another way with each request. */
export const floor: Variant = probe('holds webRequest, registers nothing');

const always = { kind: 'ours', settings: { recordAlways: true } } as const;
const withoutHook = { kind: 'ours', settings: { recordAlways: true, pageHook: false } } as const;
const login = '/authorize?client_id=bench';

/** The built extension. */
export const ours: readonly Variant[] = [
  { name: 'ours, not recording', kind: 'ours', target: 1.02, settings: { recordAlways: false } },
  { ...always, name: 'ours, recording, no login seen', target: 1.06 },
  { ...withoutHook, name: 'ours, recording, no login seen, without page hook' },
  { ...always, name: 'ours, recording, a login seen', before: login },
  { ...withoutHook, name: 'ours, recording, a login seen, without page hook', before: login },
];

const answered: ProbeListener = { ...calls, event: 'onHeadersReceived', extra: ['responseHeaders'] };
const sent: ProbeListener = { ...calls, event: 'onSendHeaders', extra: ['requestHeaders'] };
const telling = [...whole(pages), ...whole(narrow)];
const oneInFull: ProbeListener = {
  event: 'onSendHeaders',
  urls: ['*://never.example/*'],
  types: navigations,
  extra: ['requestHeaders', 'extraHeaders'],
};

/** Other ways to register, measured on demand: what each listener for all calls adds, and what `extraHeaders` does. */
export const registrations: readonly Variant[] = [
  probe('one listener that never hears anything, with extraHeaders', [oneInFull]),
  probe('the same without extraHeaders', [{ ...oneInFull, extra: ['requestHeaders'] }]),
  probe('pages', whole(pages)),
  probe('pages, with extraHeaders', whole(pages, 'extraHeaders')),
  probe('pages; calls at one telling address', whole(pages), whole(oneAddress)),
  probe('pages; calls at telling addresses', telling),
  probe('the same where pages have no hook', whole(pages), whole(narrowWithoutHook)),
  probe(
    'pages; calls at telling addresses, with extraHeaders',
    whole(pages, 'extraHeaders'),
    whole(narrow, 'extraHeaders'),
  ),
  probe('pages; telling calls; the start of every call with its body', telling, [
    started(calls, 'requestBody'),
  ]),
  probe('pages; telling calls; the answer of every call', telling, [answered]),
  probe('pages; telling calls; start, headers and answer of every call', telling, [
    started(calls, 'requestBody'),
    sent,
    answered,
  ]),
  probe('all of every page and call', whole(pages), whole(calls)),
  probe(
    'all of every page and call, with extraHeaders',
    whole(pages, 'extraHeaders'),
    whole(calls, 'extraHeaders'),
  ),
];
