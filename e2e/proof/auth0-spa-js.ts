import { Auth0Client, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { alice, mayFail } from './log-in.ts';
import { serveTenants } from './oidc-servers.ts';
import { openPage } from './page-globals.ts';
import type { Stage } from './stage.ts';
import type { Person } from './user-agent.ts';

/** What a login with the library does otherwise. */
export interface Auth0Login {
  readonly clientId?: string;
  readonly asks?: Auth0ClientOptions['authorizationParams'];
  readonly person?: Person;
  /** Spoils the callback on its way into the library. */
  readonly change?: (callback: URL) => void;
  /** What the page does with the library after the login. */
  readonly afterwards?: (library: Auth0Client) => Promise<unknown>;
}

/** A login in a page with auth0-spa-js, at a server that has Auth0’s paths and its issuer’s trailing slash. */
export const loginWithAuth0 =
  ({ clientId = 'spa', asks = {}, person = {}, change, afterwards }: Auth0Login) =>
  async (stage: Stage): Promise<void> => {
    const { a } = await serveTenants(
      stage,
      { routes: { authorization: '/authorize', token: '/oauth/token' } },
      600,
      '/',
    );
    const page = openPage(stage);
    let landed: URL | undefined;
    stage.onCallback(async (url) => {
      landed = url;
      return 'One moment.';
    });
    await mayFail(stage, async () =>
      page.run(async () => {
        const library = new Auth0Client({
          domain: a,
          clientId,
          useRefreshTokens: true,
          authorizationParams: { redirect_uri: `${stage.app}/callback`, scope: 'openid profile', ...asks },
        });
        await library.loginWithRedirect({
          openUrl: async (url) => void (await stage.agent.go(url, { ...alice, ...person })),
        });
        if (landed === undefined) return;
        const callback = new URL(landed);
        change?.(callback);
        await library.handleRedirectCallback(callback.href);
        await afterwards?.(library);
      }),
    );
  };
