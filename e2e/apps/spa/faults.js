/**
 * How to break a login, by name. The fault is in the app's own code; the library and the server stay as they are.
 * `settings` changes what the app tells the library, `tokenCall` what becomes of the library's token request.
 */
const { tenantB, shortCodeLifetime } = globalThis.settings;

const send = ({ fetch, url, options }) => fetch(url, options);

/** The page's service worker, once it is the one that hears the page's calls. */
async function serviceWorker(address) {
  const controlled = new Promise((go) =>
    navigator.serviceWorker.addEventListener('controllerchange', go, { once: true }),
  );
  await navigator.serviceWorker.register(address);
  if (navigator.serviceWorker.controller === null) await controlled;
  return navigator.serviceWorker.controller;
}

/** Has the service worker make the call, and answers with what it got. */
async function sendByServiceWorker({ url, options }) {
  const worker = await serviceWorker('/service-worker.js');
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((go) => port1.addEventListener('message', ({ data }) => go(data)));
  port1.start();
  worker.postMessage({ url, options: { ...options, body: `${options.body}` } }, [port2]);
  const { text, ...init } = await told;
  return new Response(text, init);
}

function withForm(request, change) {
  const body = new URLSearchParams(request.options.body);
  change(body);
  return { ...request, options: { ...request.options, body } };
}

/** What the page adds to its call, e.g. to send cookies along. */
const addedOptions = JSON.parse(remembered('options') ?? '{}');

const faults = {
  'redirect-at-authorize': { settings: { redirect_uri: `${location.origin}/callback.html/` } },
  'redirect-at-token': {
    tokenCall: ({ send: sendBy = send, ...request }) =>
      sendBy(withForm(request, (body) => body.set('redirect_uri', `${body.get('redirect_uri')}/`))),
  },
  'redirect-at-token-then-away': {
    tokenCall: async (request) => {
      const answer = await faults['redirect-at-token'].tokenCall(request);
      await answer.text();
      location.href = `${tenantB}/.well-known/openid-configuration`;
      return new Promise(() => {});
    },
  },
  'redirect-at-token-from-service-worker': {
    tokenCall: (request) => faults['redirect-at-token'].tokenCall({ ...request, send: sendByServiceWorker }),
  },
  'redirect-at-token-through-service-worker': {
    tokenCall: async (request) => {
      await serviceWorker('/service-worker.js?answers');
      return faults['redirect-at-token'].tokenCall(request);
    },
  },
  'other-tenant': { settings: { metadataSeed: { token_endpoint: `${tenantB}/token` } } },
  'token-endpoint-of-the-address': {
    settings: { metadataSeed: { token_endpoint: remembered('token_endpoint') } },
  },
  'tenant-of-the-address': {
    settings: { authority: remembered('tenant') },
    tokenCall: ({ fetch, url, options }) => fetch(url, { ...options, ...addedOptions }),
  },
  'token-call-given-up': {
    settings: { authority: remembered('tenant') },
    tokenCall: ({ fetch, url, options }) => {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), 200);
      return fetch(url, { ...options, signal: giveUp.signal });
    },
  },
  late: {
    settings: { client_id: 'spa-short' },
    tokenCall: async (request) => {
      // The server counts whole seconds, so only a full second more is surely too late.
      await new Promise((go) => setTimeout(go, (shortCodeLifetime + 1) * 1000 + 200));
      return send(request);
    },
  },
  twice: {
    tokenCall: async (request) => {
      // Read to its end, as an app would: a browser keeps no body that nobody reads.
      await (await send(request)).text();
      return send(request);
    },
  },
  'other-verifier': {
    tokenCall: (request) =>
      send(
        withForm(request, (body) =>
          body.set('code_verifier', body.get('code_verifier').split('').reverse().join('')),
        ),
      ),
  },
  'policy-of-the-page': {
    tokenCall: (request) => {
      const policy = document.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = "connect-src 'self'";
      document.head.append(policy);
      return send(request);
    },
  },
  'keeps-state': { keepsState: true },
  'no-cors': { settings: { client_id: 'spa-no-cors' } },
  'unknown-client': { settings: { client_id: 'spa-nobody-registered' } },
  'no-refresh-token': { settings: { client_id: 'spa-frame' } },
  'redirect-at-token-no-refresh-token': {
    settings: { client_id: 'spa-frame' },
    tokenCall: (request) => faults['redirect-at-token'].tokenCall(request),
  },
};

/** What the address once said about this tab, remembered until the tab closes. */
function remembered(name) {
  const said = new URLSearchParams(location.search).get(name);
  if (said !== null) sessionStorage.setItem(name, said);
  return sessionStorage.getItem(name);
}

/** The fault of this tab, `{}` for none. */
export function faultOfThisTab() {
  return faults[remembered('fault')] ?? {};
}

/** With `?hold=yes` a token request waits until someone calls `globalThis.release()`. */
const holds = remembered('hold') === 'yes';

function released() {
  if (!holds) return Promise.resolve();
  return new Promise((go) => (globalThis.release = go));
}

/** Lets the fault have the library's token requests; every other request passes untouched. */
export function breakTokenCalls({ tokenCall = send }) {
  const fetch = globalThis.fetch;
  const isTokenCall = (body) => new URLSearchParams(body).get('grant_type') === 'authorization_code';
  globalThis.fetch = async (url, options) => {
    if (!isTokenCall(options?.body ?? '')) return fetch(url, options);
    await released();
    return tokenCall({ fetch, url, options });
  };
}
