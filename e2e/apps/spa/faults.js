/**
 * How to break a login, by name. The fault is in the app's own code; the library and the server stay as they are.
 * `settings` changes what the app tells the library, `tokenCall` what becomes of the library's token request.
 */
const { tenantB, shortCodeLifetime } = globalThis.settings;

const send = ({ fetch, url, options }) => fetch(url, options);

function withForm(request, change) {
  const body = new URLSearchParams(request.options.body);
  change(body);
  return { ...request, options: { ...request.options, body } };
}

export const faults = {
  'redirect-at-authorize': { settings: { redirect_uri: `${location.origin}/callback.html/` } },
  'redirect-at-token': {
    tokenCall: (request) =>
      send(withForm(request, (body) => body.set('redirect_uri', `${body.get('redirect_uri')}/`))),
  },
  'other-tenant': { settings: { metadataSeed: { token_endpoint: `${tenantB}/token` } } },
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
      await send(request);
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
  'keeps-state': { keepsState: true },
  'no-cors': { settings: { client_id: 'spa-no-cors' } },
  'unknown-client': { settings: { client_id: 'spa-nobody-registered' } },
  'no-refresh-token': { settings: { client_id: 'spa-frame' } },
};

/** The fault of this tab: named in the address once, remembered until the tab closes. */
export function faultOfThisTab() {
  const named = new URLSearchParams(location.search).get('fault');
  if (named !== null) sessionStorage.setItem('fault', named);
  return faults[sessionStorage.getItem('fault')] ?? {};
}

/** Lets the fault have the library's token requests; every other request passes untouched. */
export function breakTokenCalls({ tokenCall }) {
  if (tokenCall === undefined) return;
  const fetch = globalThis.fetch;
  const isTokenCall = (body) => new URLSearchParams(body).get('grant_type') === 'authorization_code';
  globalThis.fetch = (url, options) =>
    isTokenCall(options?.body ?? '') ? tokenCall({ fetch, url, options }) : fetch(url, options);
}
