/** A page that looks closely at what it calls: all it can tell is written into its body. */
const notes = [];
const note = (name, value) => notes.push([name, value]);
const wordsOf = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

function describe(name, owner, key) {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key);
  const { value } = descriptor;
  note(name, [
    value.name,
    value.length,
    'prototype' in value,
    Object.getOwnPropertyNames(value),
    Object.getPrototypeOf(value) === Function.prototype,
    `${value}`,
    Function.prototype.toString.call(value),
    { ...descriptor, value: undefined },
  ]);
}

describe('fetch', globalThis, 'fetch');
describe('open', XMLHttpRequest.prototype, 'open');
describe('send', XMLHttpRequest.prototype, 'send');
describe('toString', Function.prototype, 'toString');
note('globals', Object.getOwnPropertyNames(globalThis));
note('same', fetch === window.fetch && new XMLHttpRequest().send === XMLHttpRequest.prototype.send);

const heard = [];
addEventListener('message', () => heard.push('message'));
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  heard.push(`unhandled ${event.reason.message}`);
});

note('new', await wordsOf(() => new fetch('/token')));
note('elsewhere', await wordsOf(() => fetch.call({}, '/token')));
note('no argument', await wordsOf(() => fetch()));
note('no address', await wordsOf(() => fetch('http://[', { method: 'POST', body: 'grant_type=x' })));
note('no request', await wordsOf(() => XMLHttpRequest.prototype.send.call({})));

const response = await fetch('/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'x' }) });
const body = response.body;
note('answer', [response.constructor === Response, response.bodyUsed, body.locked, body === response.body]);
const clone = response.clone();
const reader = response.body.getReader();
const { value } = await reader.read();
note('stream', [new TextDecoder().decode(value), await clone.text(), response.bodyUsed]);
note('used', await wordsOf(() => response.text()));

const order = [];
const givenUp = fetch('/token', { signal: AbortSignal.abort() }).catch(() => order.push('given up'));
queueMicrotask(() => order.push('microtask'));
await givenUp;
note('order', order);

const controller = new AbortController();
const slow = await fetch('/token/slow', { signal: controller.signal });
controller.abort();
note('aborted', await wordsOf(() => slow.text()));
note('refused', await wordsOf(() => fetch('http://localhost:1/token')));
const unhandled = new Promise((go) => addEventListener('unhandledrejection', go, { once: true }));
void fetch('http://localhost:1/token');

const request = new XMLHttpRequest();
const events = [];
for (const type of ['readystatechange', 'loadstart', 'progress', 'load', 'loadend']) {
  request.addEventListener(type, () => events.push(`${type} ${request.readyState}`));
}
request.open('POST', '/token');
request.responseType = 'json';
await new Promise((go) => {
  request.onloadend = go;
  request.send('grant_type=x');
});
note('xhr', [request.response, request.response === request.response, events]);
await unhandled;
// One more call gives anything else that is to be heard its time.
await wordsOf(() => fetch('/token'));
note('heard', heard);

document.body.textContent = JSON.stringify(notes, null, 1);
document.title = 'done';
