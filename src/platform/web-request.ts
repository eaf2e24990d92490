import browser, { type WebRequest } from 'webextension-polyfill';
import { eachOnce, onItsWay, type RequestListeners } from './each-once.ts';
import { openResponseFilter } from './response-filter.ts';
import type {
  AnswerReceived,
  HeadersSent,
  Redirected,
  RequestFailed,
} from '../engine/http/web-request-event.ts';

/**
 * What is listened to: nothing; all pages and the calls at telling and known addresses; or all pages and calls, and in
 * Chromium the headers that it hides otherwise. One listener that asks for those, whatever its filter, makes every request
 * of the browser dearer than all listeners that do not.
 */
export type Listening = 'off' | 'narrow' | 'all';

/** What the user has the panel fetch is no traffic of a login; Chromium names the initiator, Firefox the document. */
function isOurs(details: WebRequest.OnBeforeRequestDetailsType): boolean {
  const initiator: unknown = 'initiator' in details ? details.initiator : details.originUrl;
  return typeof initiator === 'string' && `${initiator}/`.startsWith(browser.runtime.getURL(''));
}

/** `http:` and `https:` by one pattern, since each of them is tried at each event of each request. */
const everywhere = ['*://*/*'];
const pages = ['main_frame', 'sub_frame'] as const;
/** Chromium hides `Cookie`, `Origin`, `Referer` and `Set-Cookie` unless asked; Firefox hides none and throws on the word. */
const hasExtraHeaders =
  'OnSendHeadersOptions' in browser.webRequest &&
  typeof browser.webRequest.OnSendHeadersOptions === 'object' &&
  'EXTRA_HEADERS' in (browser.webRequest.OnSendHeadersOptions ?? {});
type Extra = readonly 'extraHeaders'[];
const nothingHidden: Extra = hasExtraHeaders ? ['extraHeaders'] : [];

/** What a page may leave behind as it goes, by `sendBeacon`, has another name in each browser. */
const beacon = hasExtraHeaders ? 'ping' : 'beacon';
/** Images, styles, scripts, fonts and media never reach the worker, nor do pages of extensions. */
const calls = ['xmlhttprequest', beacon, 'other'] as const;

/** Firefox lets only a blocking listener read an answer; ours blocks nothing. */
const blocking = openResponseFilter === undefined ? ([] as const) : (['blocking'] as const);

/** A switch for the listeners. */
export interface RequestSwitch {
  /**
   * Listens to everything, by all groups of listeners that an earlier worker can have been woken by. To be called while the
   * worker's script first runs; `listen` may narrow it once it is known what to listen to.
   */
  readonly start: () => void;
  /** `known` are match patterns of calls that 'narrow' hears beside those at telling addresses. */
  readonly listen: (to: Listening, known?: readonly string[]) => void;
}

/**
 * Makes the switch. From 'narrow' to 'all' and back what is needed next is added at once, and what is not needed any more
 * goes when all that was told to it has come, so that no event is lost on the way.
 */
export function createRequestSwitch(
  listeners: RequestListeners,
  tellingPatterns: readonly string[],
): RequestSwitch {
  const registered = new Set<Group>();
  let wanted: readonly Group[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Steady, one group hears pages and one calls, and no request is heard by both.
  const shared = eachOnce(listeners, () => registered.size > 2);
  const ofAllPages = groupOf(shared.full, { urls: everywhere, types: [...pages] }, nothingHidden);
  const ofAllCalls = groupOf(shared.full, { urls: everywhere, types: [...calls] }, nothingHidden);
  const plainly = (urls: readonly string[], types: readonly WebRequest.ResourceType[]): Group =>
    groupOf(shared.plain, { urls: [...urls], types: [...types] }, []);
  // Where nothing is hidden it is the same group.
  const ofPages = nothingHidden.length === 0 ? ofAllPages : plainly(everywhere, pages);
  const ofTellingCalls = plainly(tellingPatterns, calls);
  let ofKnownCalls: { readonly group: Group; readonly patterns: string } | undefined;

  function groupsOf(to: Listening, known: readonly string[]): readonly Group[] {
    if (to === 'off') return [];
    if (to === 'all') return [ofAllPages, ofAllCalls];
    if (known.length === 0) return [ofPages, ofTellingCalls];
    const patterns = known.join(' ');
    if (ofKnownCalls?.patterns !== patterns) ofKnownCalls = { group: plainly(known, calls), patterns };
    return [ofPages, ofTellingCalls, ofKnownCalls.group];
  }

  function add(groups: readonly Group[]): void {
    wanted = groups;
    for (const group of groups) {
      if (registered.has(group)) continue;
      registered.add(group);
      group.add();
    }
  }

  function removeUnwanted(): void {
    for (const group of registered) {
      if (wanted.includes(group)) continue;
      registered.delete(group);
      group.remove();
    }
    shared.forget();
  }

  return {
    start: () => add([ofAllPages, ofAllCalls, ofPages, ofTellingCalls]),
    listen: (to, known = []) => {
      add(groupsOf(to, known));
      clearTimeout(timer);
      if (to === 'off') removeUnwanted();
      else timer = setTimeout(removeUnwanted, onItsWay);
    },
  };
}

/** A listener for each event, with the same filter. */
interface Group {
  readonly add: () => void;
  readonly remove: () => void;
}

/** Makes a group with functions of its own, by which browsers tell groups apart. */
function groupOf(heard: RequestListeners, filter: WebRequest.RequestFilter, extra: Extra): Group {
  const { webRequest } = browser;
  const started = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    if (!isOurs(details)) heard.started(details);
  };
  const sent = (details: HeadersSent): void => heard.headersSent(details);
  const answered = (details: AnswerReceived): undefined => {
    heard.answerReceived(details);
  };
  const redirected = (details: Redirected): void => heard.redirected(details);
  const completed = (details: AnswerReceived): void => heard.completed(details);
  const failed = (details: RequestFailed): void => heard.failed(details);

  function add(): void {
    webRequest.onBeforeRequest.addListener(started, filter, ['requestBody', ...blocking]);
    webRequest.onSendHeaders.addListener(sent, filter, ['requestHeaders', ...extra]);
    webRequest.onHeadersReceived.addListener(answered, filter, ['responseHeaders', ...extra]);
    webRequest.onBeforeRedirect.addListener(redirected, filter, ['responseHeaders', ...extra]);
    webRequest.onCompleted.addListener(completed, filter, ['responseHeaders', ...extra]);
    webRequest.onErrorOccurred.addListener(failed, filter);
  }

  function remove(): void {
    webRequest.onBeforeRequest.removeListener(started);
    webRequest.onSendHeaders.removeListener(sent);
    webRequest.onHeadersReceived.removeListener(answered);
    webRequest.onBeforeRedirect.removeListener(redirected);
    webRequest.onCompleted.removeListener(completed);
    webRequest.onErrorOccurred.removeListener(failed);
  }

  return { add, remove };
}
