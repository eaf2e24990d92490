import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { alice, mayFail } from './log-in.ts';
import { openPage } from './page-globals.ts';
import type { Stage } from './stage.ts';

/** A login with oidc-client-ts in the page; `change` spoils the callback on its way into the library. */
export async function logInWithOidcClientTs(
  stage: Stage,
  issuer: string,
  change: (callback: URL) => void,
): Promise<void> {
  const page = openPage(stage);
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
  const { url } = await page.run(async () => library.createSigninRequest({}));
  await stage.agent.go(url, alice);
  const callback = new URL(landed ?? stage.app);
  change(callback);
  await mayFail(stage, async () => page.run(async () => library.processSigninResponse(callback.href)));
}
