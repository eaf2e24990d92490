import browser, { type WebRequest } from 'webextension-polyfill';
import { openResponseFilter } from './response-filter.ts';
import type {
  AnswerReceived,
  HeadersSent,
  Redirected,
  RequestFailed,
  RequestStarted,
} from '../engine/http/web-request-event.ts';

/** Listeners for the life of requests. */
export interface RequestListeners {
  readonly started: (details: RequestStarted) => void;
  readonly headersSent: (details: HeadersSent) => void;
  readonly answerReceived: (details: AnswerReceived) => void;
  readonly redirected: (details: Redirected) => void;
  readonly completed: (details: AnswerReceived) => void;
  readonly failed: (details: RequestFailed) => void;
}

/** What the user has the panel fetch is no traffic of a login; Chromium names the initiator, Firefox the document. */
function isOurs(details: WebRequest.OnBeforeRequestDetailsType): boolean {
  const initiator: unknown = 'initiator' in details ? details.initiator : details.originUrl;
  return typeof initiator === 'string' && `${initiator}/`.startsWith(browser.runtime.getURL(''));
}

/** Images, styles, scripts, fonts and media never reach the worker, nor do pages of extensions. */
const filter: WebRequest.RequestFilter = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'],
};

/** Chromium hides some headers unless asked; Firefox shows all of them and throws on the word. */
const hasExtraHeaders =
  'OnSendHeadersOptions' in browser.webRequest &&
  typeof browser.webRequest.OnSendHeadersOptions === 'object' &&
  'EXTRA_HEADERS' in (browser.webRequest.OnSendHeadersOptions ?? {});
const extra = hasExtraHeaders ? (['extraHeaders'] as const) : ([] as const);

/** Firefox lets only a blocking listener read an answer; ours blocks nothing. */
const blocking = openResponseFilter === undefined ? ([] as const) : (['blocking'] as const);

/** A switch for the listeners; it must be turned on while the worker's script first runs, to be woken by events. */
export function createRequestSwitch(listeners: RequestListeners): { readonly listen: (on: boolean) => void } {
  const { webRequest } = browser;
  const started = (details: WebRequest.OnBeforeRequestDetailsType): undefined => {
    if (!isOurs(details)) listeners.started(details);
  };
  let listening = false;

  function add(): void {
    webRequest.onBeforeRequest.addListener(started, filter, ['requestBody', ...blocking]);
    webRequest.onSendHeaders.addListener(listeners.headersSent, filter, ['requestHeaders', ...extra]);
    webRequest.onHeadersReceived.addListener(answered, filter, ['responseHeaders', ...extra]);
    webRequest.onBeforeRedirect.addListener(listeners.redirected, filter, ['responseHeaders', ...extra]);
    webRequest.onCompleted.addListener(listeners.completed, filter, ['responseHeaders', ...extra]);
    webRequest.onErrorOccurred.addListener(listeners.failed, filter);
  }
  const answered = (details: WebRequest.OnHeadersReceivedDetailsType): undefined => {
    listeners.answerReceived(details);
  };

  function remove(): void {
    webRequest.onBeforeRequest.removeListener(started);
    webRequest.onSendHeaders.removeListener(listeners.headersSent);
    webRequest.onHeadersReceived.removeListener(answered);
    webRequest.onBeforeRedirect.removeListener(listeners.redirected);
    webRequest.onCompleted.removeListener(listeners.completed);
    webRequest.onErrorOccurred.removeListener(listeners.failed);
  }

  return {
    listen: (on) => {
      if (on === listening) return;
      listening = on;
      if (on) add();
      else remove();
    },
  };
}
