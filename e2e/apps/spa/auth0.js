/** The real library with refresh tokens in memory, whose token calls are made by a dedicated worker. */
const query = new URLSearchParams(location.search);
const tenant = query.get('tenant') ?? sessionStorage.getItem('tenant');
sessionStorage.setItem('tenant', tenant);

const client = new globalThis.auth0.Auth0Client({
  domain: tenant,
  clientId: 'spa',
  useRefreshTokens: true,
  cacheLocation: 'memory',
  workerUrl: '/lib/auth0-worker.js',
  authorizationParams: { redirect_uri: `${location.origin}/auth0.html`, scope: 'openid' },
});
document.getElementById('redirect').addEventListener('click', () => void client.loginWithRedirect());

/** The app's fault: it changes the redirect_uri that the library has remembered. */
function spoil() {
  const key = 'a0.spajs.txs.spa';
  const login = JSON.parse(sessionStorage.getItem(key));
  sessionStorage.setItem(key, JSON.stringify({ ...login, redirect_uri: `${login.redirect_uri}/` }));
}

if (query.has('code')) {
  spoil();
  const words = await client.handleRedirectCallback().then(
    () => 'Signed in.',
    (error) => `Failed: ${error.message}`,
  );
  document.querySelector('[role=status]').textContent = words;
}
