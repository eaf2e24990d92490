import { createBlockedCalls } from './blocked-calls.ts';
import { greeting } from './greeting.ts';
import { hookFetch } from './hook-fetch.ts';
import { hookXhr } from './hook-xhr.ts';
import { natives } from './natives.ts';
import type { PageParts } from './page-call.ts';
import { createWrapper, quietly } from './wrap.ts';

// Runs among the page's own scripts, before the first of them. All that is used later is taken now.
// An element that is in no document is known to the two worlds alone, and its events arrive before a page can go away.
const line = document.createElement('i');
document.dispatchEvent(new MouseEvent(greeting, { relatedTarget: line }));
const Message = CustomEvent;
const dispatch = line.dispatchEvent.bind(line);
const { stringify } = JSON;

const report: PageParts['report'] = (answer) =>
  void dispatch(new Message(greeting, { detail: stringify(answer) }));
const blockedCalls = createBlockedCalls(report);
// On the window and before the page's own listeners, which cannot stop it there.
addEventListener(
  'securitypolicyviolation',
  (violation) => {
    quietly(() => blockedCalls.violated(violation));
  },
  { capture: true },
);

const parts: PageParts = {
  resolve: (url) => new natives.URL(url, document.baseURI).href,
  now: Date.now,
  report,
  called: blockedCalls.called,
};
const wrapper = createWrapper(Function.prototype);
hookFetch(globalThis, parts, wrapper);
hookXhr(XMLHttpRequest, parts, wrapper);
