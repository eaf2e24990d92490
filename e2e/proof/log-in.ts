import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { secret } from './oidc-servers.ts';
import type { Stage } from './stage.ts';
import type { Page, Person } from './user-agent.ts';

/** What the library needs to redeem a code. */
export interface Redeeming {
  readonly config: client.Configuration;
  readonly callback: URL;
  readonly checks: client.AuthorizationCodeGrantChecks;
}

/** How a login is done; everything left out is as it should be. */
export interface Login {
  readonly issuer: string;
  readonly clientId: string;
  /** The server as the app's configuration names it; discovered when left out. */
  readonly server?: client.ServerMetadata;
  readonly authentication?: client.ClientAuth;
  /** Parameters of the authorization request to set, or with undefined to leave out. */
  readonly asks?: Readonly<Record<string, string | undefined>>;
  readonly person?: Person;
  /** How the person gets from the authorization request to the app, where pages are not forms. */
  readonly walk?: (url: string) => Promise<Page>;
  /** The request is pushed first (RFC 9126). */
  readonly pushed?: boolean;
  /** The request is a request object that is signed with this key (RFC 9101), or pushed as one. */
  readonly signs?: client.CryptoKey;
  /** The answer is a JWT (JARM). */
  readonly jwtAnswer?: true;
  /** The page redeems the code itself. */
  readonly inPage?: boolean;
  /** Milliseconds from the callback to the token request. */
  readonly waits?: number;
  readonly dpop?: client.DPoPOptions;
  readonly redeem?: (redeeming: Redeeming) => Promise<client.TokenEndpointResponse>;
}

/** What is left of a login. */
export interface LoggedIn {
  readonly config: client.Configuration;
  readonly page: Page;
  readonly tokens: client.TokenEndpointResponse | undefined;
  readonly callback: URL | undefined;
}

/** The person of every case. */
export const alice: Person = { user: 'alice', password: 'correct horse', answer: 'allow', logout: 'yes' };

/** Runs what may be refused; what was thrown is kept on the stage. */
export async function mayFail<T>(stage: Stage, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    stage.thrown.push(error);
    return undefined;
  }
}

/** The library's view of a server, from its discovery document. */
export async function configure(
  stage: Stage,
  { issuer, clientId, server, authentication, inPage }: Login,
): Promise<client.Configuration> {
  const usual = clientId.startsWith('spa') ? client.None() : client.ClientSecretBasic(secret);
  const proves = authentication ?? usual;
  const fetch = inPage === true ? stage.pageFetch : stage.fetch;
  if (server === undefined)
    return client.discovery(new URL(issuer), clientId, {}, proves, {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: fetch,
    });
  const config = new client.Configuration(server, clientId, {}, proves);
  client.allowInsecureRequests(config);
  config[client.customFetch] = fetch;
  return config;
}

/** Where the person is sent, once everything before that is done. */
async function authorizationUrl(
  config: client.Configuration,
  parameters: Record<string, string>,
  { pushed, signs, dpop }: Login,
): Promise<URL> {
  const signed =
    signs === undefined ? undefined : await client.buildAuthorizationUrlWithJAR(config, parameters, signs);
  if (pushed === true)
    return client.buildAuthorizationUrlWithPAR(config, signed?.searchParams ?? parameters, dpop ?? {});
  return signed ?? client.buildAuthorizationUrl(config, parameters);
}

/** Logs in with openid-client and ends when the app's page has been shown. */
export async function logIn(stage: Stage, login: Login): Promise<LoggedIn> {
  const config = await configure(stage, login);
  if (login.jwtAnswer === true) client.useJwtResponseMode(config);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const asked: Record<string, string | undefined> = {
    redirect_uri: `${stage.app}/callback`,
    scope: 'openid profile',
    state: expectedState,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...login.asks,
  };
  const parameters = Object.fromEntries(
    Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const checks = {
    expectedState,
    ...(parameters['nonce'] === undefined ? {} : { expectedNonce: parameters['nonce'] }),
    ...(parameters['code_challenge'] === undefined ? {} : { pkceCodeVerifier }),
  };
  let tokens: client.TokenEndpointResponse | undefined;
  let callback: URL | undefined;
  const redeem = async (url: URL): Promise<string> => {
    callback = url;
    await pause(login.waits ?? 0);
    tokens = await mayFail(stage, async () =>
      login.redeem === undefined
        ? client.authorizationCodeGrant(config, url, checks, undefined, login.dpop ?? {})
        : login.redeem({ config, callback: url, checks }),
    );
    return tokens === undefined ? 'Failed.' : 'Signed in.';
  };
  let landed: URL | undefined;
  stage.onCallback(async (url) => {
    landed = url;
    return login.inPage === true ? 'One moment.' : redeem(url);
  });
  const url = await authorizationUrl(config, parameters, login);
  const walk = login.walk ?? (async (to) => stage.agent.go(to, { ...alice, ...login.person }));
  const page = await walk(url.href);
  if (login.inPage === true && landed !== undefined) await redeem(landed);
  return { config, page, tokens, callback };
}
