import { AsyncLocalStorage } from 'node:async_hooks';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { alice, mayFail } from './log-in.ts';
import type { Stage } from './stage.ts';

const stages = new AsyncLocalStorage<Stage>();
const original = globalThis.fetch;

/** The library calls the global `fetch`; within a page's run that is the page's recorded one. */
globalThis.fetch = async (input, init) => {
  const stage = stages.getStore();
  if (stage === undefined) return original(input, init);
  const url = input instanceof Request ? input.url : String(input);
  const body = init?.body;
  return stage.pageFetch(url, {
    method: init?.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: typeof body === 'string' || body instanceof URLSearchParams ? body : undefined,
    redirect: 'manual',
  });
};

/** A login with oidc-client-ts in the page; `change` spoils the callback on its way into the library. */
export async function logInWithOidcClientTs(
  stage: Stage,
  issuer: string,
  change: (callback: URL) => void,
): Promise<void> {
  const library = new OidcClient({
    authority: issuer,
    client_id: 'spa',
    redirect_uri: `${stage.app}/callback`,
    scope: 'openid profile',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  });
  let landed: URL | undefined;
  stage.onCallback(async (url) => {
    landed = url;
    return 'One moment.';
  });
  const { url } = await stages.run(stage, async () => library.createSigninRequest({}));
  await stage.agent.go(url, alice);
  const callback = new URL(landed ?? stage.app);
  change(callback);
  await mayFail(stage, async () =>
    stages.run(stage, async () => library.processSigninResponse(callback.href)),
  );
}
