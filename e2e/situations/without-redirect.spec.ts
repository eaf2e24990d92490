import { listen } from '../servers/listen.ts';
import { test } from './fixtures.ts';

const parameters = { response_type: 'code', client_id: 'popup', scope: 'openid', state: 'c2f1b7a09e5d' };

/** Google's way: the server's page in the popup hands the answer to the page that opened it, and no request goes to redirect_uri. */
const relay = `<!doctype html><title>Signed in</title><script>
  const code = 'a-code';
  opener.postMessage({ code, state: new URLSearchParams(location.search).get('state') }, '*');
  close();
</script>`;

/** The app opens the popup, and its server redeems what the popup hands over. */
const app = `<!doctype html><title>App</title><link rel="icon" href="data:,"><button>Log in</button><p role="status"></p><script>
  const at = new URLSearchParams(location.search).get('authorize');
  document.querySelector('button').onclick = () => open(at, 'login', 'popup');
  addEventListener('message', async ({ data }) => {
    const answer = await fetch('/session', { method: 'POST', body: JSON.stringify({ credential: data.code }) });
    document.querySelector('p').textContent = await answer.text();
  });
</script>`;

for (const [name, redirectUri] of [
  ['postmessage', () => 'postmessage'],
  ['storagerelay', (origin: string) => `storagerelay://${origin.replace('://', '/')}?id=auth123`],
] as const) {
  test(`login in a popup whose answer no redirect brings, redirect_uri=${name}`, async ({
    recorded,
    row,
  }) => {
    const server = await listen();
    server.server.on('request', ({ url, method }, response) => {
      const isPopup = url?.startsWith('/o/oauth2/v2/auth') === true;
      response.setHeader('content-type', 'text/html');
      response.end(method === 'POST' ? 'Signed in.' : isPopup ? relay : app);
    });
    const redirect_uri = redirectUri(server.origin);
    const authorize = `${server.origin}/o/oauth2/v2/auth?${new URLSearchParams({ ...parameters, redirect_uri })}`;
    const tab = await recorded.newTab();
    await tab.goto(`${server.origin}/?${new URLSearchParams({ authorize })}`);
    await tab.getByRole('button', { name: 'Log in' }).click();
    await tab.getByRole('status').filter({ hasText: 'Signed in.' }).waitFor();
    const is = ({ url }: { readonly url: string }): boolean => url === authorize;
    await row(
      { about: 'authorization request', is },
      {
        web_request: ['request', 'headers', 'status'],
        devtools_network: [],
        page_hook: [],
        report: ['handed_to_server'],
      },
    );
    await server.stop();
  });
}
