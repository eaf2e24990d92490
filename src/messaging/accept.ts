import type {
  DevtoolsToWorker,
  PageAnswer,
  PageHookToWorker,
  PanelToWorker,
  WorkerToPanel,
} from './protocol.ts';

const toPanel: ReadonlySet<unknown> = new Set<WorkerToPanel['type']>(['snapshot', 'changed', 'status']);
const fromPanel: ReadonlySet<unknown> = new Set<PanelToWorker['type']>([
  'subscribe',
  'clear',
  'change_settings',
]);

/** Asks whether a message is one of the worker's to a panel; its members are trusted, being our own. */
export function isWorkerToPanel(message: unknown): message is WorkerToPanel {
  return toPanel.has(typeOf(message));
}

/** Asks whether a message is one of a panel's to the worker. */
export function isPanelToWorker(message: unknown): message is PanelToWorker {
  return fromPanel.has(typeOf(message));
}

/** Asks whether a message is one of a devtools page's to the worker. */
export function isDevtoolsToWorker(message: unknown): message is DevtoolsToWorker {
  return typeOf(message) === 'observed';
}

const pageAnswerTypes: Readonly<Record<keyof PageAnswer, readonly string[]>> = {
  method: ['string'],
  url: ['string'],
  startedAt: ['number'],
  status: ['number', 'undefined'],
  networkError: ['string', 'undefined'],
  redirected: ['boolean', 'undefined'],
  requestBody: ['string', 'undefined'],
  requestMediaType: ['string'],
  responseBody: ['string', 'undefined'],
  responseMediaType: ['string'],
};

const blockedByPolicy: NonNullable<PageAnswer['networkError']> = 'net::ERR_BLOCKED_BY_CSP';

/** Asks whether a message is one of the page hook's, member by member: a page may have had its hand in it. */
export function isPageHookToWorker(message: unknown): message is PageHookToWorker {
  if (typeof message !== 'object' || message === null) return false;
  if (!('type' in message && message.type === 'page_answered')) return false;
  if (!('id' in message && typeof message.id === 'string' && 'answer' in message)) return false;
  const { answer } = message;
  if (typeof answer !== 'object' || answer === null) return false;
  const members = new Map<string, unknown>(Object.entries(answer));
  if ((members.get('networkError') ?? blockedByPolicy) !== blockedByPolicy) return false;
  return Object.entries(pageAnswerTypes).every(([name, types]) => types.includes(typeof members.get(name)));
}

function typeOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
}
