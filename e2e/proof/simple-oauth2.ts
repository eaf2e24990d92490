import { AuthorizationCode, type AccessToken, type ModuleOptions } from 'simple-oauth2';
import { alice, mayFail } from './log-in.ts';
import { serveNodeOAuth } from './node-oauth.ts';
import { plainSecret } from './node-oauth-model.ts';
import type { Stage } from './stage.ts';
import type { Person } from './user-agent.ts';

/** What a login with the library does otherwise. */
export interface SimpleLogin {
  readonly clientSecret?: string;
  readonly options?: ModuleOptions['options'];
  readonly person?: Person;
  readonly scope?: string;
  /** The redirect_uri of the token request. */
  readonly redirectAtToken?: (uri: string) => string;
  /** What the back end does after the login. */
  readonly afterwards?: (tokens: AccessToken) => Promise<unknown>;
}

/** A login of a back end with simple-oauth2, without PKCE, at @node-oauth/oauth2-server. */
export const loginWithSimpleOAuth2 =
  ({
    clientSecret = plainSecret,
    options,
    person,
    scope = 'profile',
    redirectAtToken,
    afterwards,
  }: SimpleLogin) =>
  async (stage: Stage): Promise<void> => {
    const { issuer } = await serveNodeOAuth(stage);
    const library = new AuthorizationCode({
      client: { id: 'web', secret: clientSecret },
      auth: {
        tokenHost: stage.recorder,
        tokenPath: '/token',
        authorizeHost: issuer,
        authorizePath: '/authorize',
      },
      http: { headers: { host: new URL(issuer).host } },
      ...(options === undefined ? {} : { options }),
    });
    const redirect = `${stage.app}/callback`;
    stage.onCallback(async ({ searchParams }) => {
      const code = searchParams.get('code');
      if (code === null) return 'Failed.';
      const tokens = await mayFail(stage, async () =>
        library.getToken({ code, redirect_uri: redirectAtToken?.(redirect) ?? redirect }),
      );
      if (tokens === undefined) return 'Failed.';
      await mayFail(stage, async () => afterwards?.(tokens));
      return 'Signed in.';
    });
    const url = library.authorizeURL({ redirect_uri: redirect, scope, state: 'a-state-of-this-login-alone' });
    await stage.agent.go(url, { ...alice, ...person });
  };
