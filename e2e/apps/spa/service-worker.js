/** The app's service worker: makes the token calls that a page tells it, and with `?answers` hears the page's own. */
addEventListener('install', () => void skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

async function call({ data: { url, options }, ports: [port] }) {
  const answer = await fetch(url, options);
  const type = answer.headers.get('content-type');
  port.postMessage({ text: await answer.text(), status: answer.status, headers: { 'content-type': type } });
}

addEventListener('message', (event) => event.waitUntil(call(event)));

if (location.search === '?answers') {
  addEventListener('fetch', (event) => {
    if (event.request.method === 'POST') event.respondWith(fetch(event.request));
  });
}
