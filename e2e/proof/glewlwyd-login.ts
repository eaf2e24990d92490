import * as client from 'openid-client';
import { glewlwydSecret, type Glewlwyd } from './glewlwyd.ts';
import { configure, logIn, mayFail, type LoggedIn, type Login, type Redeeming } from './log-in.ts';
import type { Stage } from './stage.ts';
import type { Page } from './user-agent.ts';

const authentication = client.ClientSecretBasic(glewlwydSecret);

/** The cases of this server are only played where it runs. */
function serverOf({ glewlwyd }: Stage): Glewlwyd {
  if (glewlwyd === undefined) throw new Error('Glewlwyd does not run.');
  return glewlwyd;
}

/** One server plays for all stages, so that each has clients of its own, named for the port of its app. */
const idOf = (stage: Stage, name = 'web'): string => `${name}${new URL(stage.app).port}`;

/** Registers a client of this stage; its id. */
async function register(stage: Stage, name?: string): Promise<string> {
  const id = idOf(stage, name);
  await serverOf(stage).addClient(id, `${stage.app}/callback`);
  return id;
}

/** What the scripts of the server’s login page do when a person logs in and allows it. */
const walk =
  (stage: Stage, clientId: string) =>
  async (url: string): Promise<Page> => {
    const { agent } = stage;
    const page = await agent.go(url, {});
    const next = page.url.searchParams.get('callback_url');
    if (next === null) return page;
    const { origin } = serverOf(stage);
    await agent.send('POST', `${origin}/api/auth`, { username: 'alice', password: glewlwydSecret });
    await agent.send('PUT', `${origin}/api/auth/grant/${clientId}`, { scope: 'openid' });
    return agent.go(`${next}&g_continue`, {});
  };

/** This server has few words, and no log of its own that belongs to one request: what the client was told is all. */
function hear(stage: Stage, page: Page | undefined): void {
  for (const error of stage.thrown) {
    if (error instanceof client.ResponseBodyError) tell(stage, `${error.status} ${error.error}`);
    else if (error instanceof client.AuthorizationResponseError) tell(stage, error.error);
    else if (error instanceof Error && error.cause instanceof Response)
      tell(stage, `${error.cause.status} without words`);
  }
  if (page !== undefined && page.status >= 400 && stage.thrown.length === 0)
    tell(stage, `${page.status} without words`);
}

const tell = (stage: Stage, words: string): void => void stage.refusals.push({ words, reason: words });

type Change = Omit<Partial<Login>, 'issuer' | 'clientId'> & {
  readonly plugin?: Parameters<Glewlwyd['issuer']>[0];
  readonly isUnknown?: true;
  /** Nobody is there to log in. */
  readonly isSilent?: true;
  readonly afterwards?: (login: LoggedIn) => Promise<unknown>;
};

/** A login of a back end at Glewlwyd with one thing changed. */
export const login =
  ({ plugin = 'oidc', isUnknown, isSilent, afterwards, ...change }: Change) =>
  async (stage: Stage): Promise<void> => {
    const clientId = isUnknown === true ? idOf(stage, 'nobody') : await register(stage);
    const made = await logIn(stage, {
      issuer: serverOf(stage).issuer(plugin),
      clientId,
      authentication,
      ...(isSilent === true ? {} : { walk: walk(stage, clientId) }),
      ...change,
      asks: { scope: 'openid', nonce: 'a-nonce-of-this-login-alone', ...change.asks },
    });
    if (afterwards !== undefined) await mayFail(stage, async () => afterwards(made));
    hear(stage, made.page);
  };

/** A job that asks for a token of its own. */
export const job =
  (scope: string) =>
  async (stage: Stage): Promise<void> => {
    const clientId = await register(stage);
    const config = await configure(stage, {
      issuer: serverOf(stage).issuer('oidc'),
      clientId,
      authentication,
    });
    await mayFail(stage, async () => client.clientCredentialsGrant(config, { scope }));
    hear(stage, undefined);
  };

/** A kiosk that logs a person in by what was typed. */
export const password =
  (typed: string) =>
  async (stage: Stage): Promise<void> => {
    const clientId = await register(stage);
    const issuer = serverOf(stage).issuer('oidc');
    const config = await configure(stage, { issuer, clientId, authentication });
    const form = { username: 'alice', password: typed, scope: 'openid' };
    await mayFail(stage, async () => client.genericGrantRequest(config, 'password', form));
    hear(stage, undefined);
  };

/** Redeems the code with the form changed. */
export const redeems =
  (change: (form: Record<string, string>) => Record<string, string>) =>
  async ({ config, callback, checks }: Redeeming) =>
    client.genericGrantRequest(
      config,
      'authorization_code',
      change({
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: callback.origin + callback.pathname,
        code_verifier: checks.pkceCodeVerifier ?? '',
      }),
    );

/** A back end that is another client, or at another plugin, than the login was. */
export const redeemsAs =
  (stage: Stage, name: 'web' | 'other', plugin: 'oidc' | 'other') =>
  async (redeeming: Redeeming): Promise<client.TokenEndpointResponse> => {
    const clientId = name === 'web' ? idOf(stage) : await register(stage, name);
    const issuer = serverOf(stage).issuer(plugin);
    const config = await configure(stage, { issuer, clientId, authentication });
    return redeems((form) => form)({ ...redeeming, config });
  };
