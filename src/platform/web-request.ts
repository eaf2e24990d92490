import browser, { type WebRequest } from 'webextension-polyfill';
import { eachOnce, type RequestListeners } from './each-once.ts';
import { openResponseFilter } from './response-filter.ts';
import type {
  AnswerReceived,
  HeadersSent,
  Redirected,
  RequestFailed,
} from '../engine/http/web-request-event.ts';

/** What is listened to: nothing, all pages and the calls at telling and known addresses, or all pages and calls. */
export type Listening = 'off' | 'narrow' | 'all';

/** What the user has the panel fetch is no traffic of a login; Chromium names the initiator, Firefox the document. */
function isOurs(details: WebRequest.OnBeforeRequestDetailsType): boolean {
  const initiator: unknown = 'initiator' in details ? details.initiator : details.originUrl;
  return typeof initiator === 'string' && `${initiator}/`.startsWith(browser.runtime.getURL(''));
}

const everywhere = ['http://*/*', 'https://*/*'];
const pages = ['main_frame', 'sub_frame'] as const;
/** Images, styles, scripts, fonts and media never reach the worker, nor do pages of extensions. */
const calls = ['xmlhttprequest', 'other'] as const;

/** Chromium hides some headers unless asked; Firefox shows all of them and throws on the word. */
const hasExtraHeaders =
  'OnSendHeadersOptions' in browser.webRequest &&
  typeof browser.webRequest.OnSendHeadersOptions === 'object' &&
  'EXTRA_HEADERS' in (browser.webRequest.OnSendHeadersOptions ?? {});
const extra = hasExtraHeaders ? (['extraHeaders'] as const) : ([] as const);

/** Firefox lets only a blocking listener read an answer; ours blocks nothing. */
const blocking = openResponseFilter === undefined ? ([] as const) : (['blocking'] as const);

/**
 * A switch for the listeners; `known` are match patterns that 'narrow' has beside `tellingPatterns`. All must be turned on while the worker's script first runs, to be woken by events. Between
 * 'narrow' and 'all' nothing is taken away that the other needs, so that no event is lost on the way.
 */
export function createRequestSwitch(
  listeners: RequestListeners,
  tellingPatterns: readonly string[],
): { readonly listen: (to: Listening, known?: readonly string[]) => void } {
  const heard = eachOnce(listeners);
  const ofPages = registration(heard, { urls: everywhere, types: [...pages] });
  const ofTellingCalls = registration(heard, { urls: [...tellingPatterns], types: [...calls] });
  const ofCalls = registration(heard, { urls: everywhere, types: [...calls] });
  let ofKnownCalls: (on: boolean) => void = () => {};
  return {
    listen: (to, known = []) => {
      ofPages(to !== 'off');
      ofTellingCalls(to !== 'off');
      // They stay when all calls are listened to: one of them may be the very call that brought this about.
      if (to !== 'all') {
        const before = ofKnownCalls;
        ofKnownCalls = registration(heard, { urls: [...known], types: [...calls] });
        ofKnownCalls(known.length > 0);
        before(false);
      }
      ofCalls(to === 'all');
    },
  };
}

/** A switch for one listener of its own for each event; browsers tell registrations apart by their functions. */
function registration(heard: RequestListeners, filter: WebRequest.RequestFilter): (on: boolean) => void {
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
  let isOn = false;

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

  return (on) => {
    if (on === isOn) return;
    isOn = on;
    if (on) add();
    else remove();
  };
}
