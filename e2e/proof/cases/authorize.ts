import * as client from 'openid-client';
import { configure, logIn, mayFail, type LoggedIn, type Login } from '../log-in.ts';
import { serveTenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;

type Change = Omit<Login, 'issuer' | 'clientId' | 'asks'> & {
  readonly clientId?: string;
  readonly asks?: (app: string) => Login['asks'];
};

const login =
  ({ asks, ...change }: Change) =>
  async (stage: Stage): Promise<LoggedIn> => {
    const { a } = await serveTenants(stage);
    return logIn(stage, {
      issuer: a,
      clientId: 'spa',
      inPage: true,
      ...change,
      asks: asks?.(stage.app) ?? {},
    });
  };

const redirect = (change: (registered: string) => string | undefined) =>
  login({ asks: (app) => ({ redirect_uri: change(`${app}/callback`) }) });

const asking = (asks: Record<string, string | undefined>, change: Change = {}) =>
  login({ ...change, asks: () => asks });

/** A pushed request whose request_uri is used as the case says. */
const pushed =
  (use: (stage: Stage, url: URL) => Promise<unknown>) =>
  async (stage: Stage): Promise<void> => {
    const { a } = await serveTenants(stage);
    const config = await configure(stage, { issuer: a, clientId: 'web-par' });
    const url = await client.buildAuthorizationUrlWithPAR(config, {
      redirect_uri: `${stage.app}/callback`,
      scope: 'openid',
      state: client.randomState(),
    });
    await use(stage, url);
  };

const person = { user: 'alice', password: 'correct horse', answer: 'allow' };

/** What can go wrong at the authorization endpoint. */
export const authorizeCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: 'client_unknown',
    truth: 'The authorization endpoint does not know the client.',
    play: login({ clientId: 'spa-nobody' }),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has a trailing slash that is not registered.',
    play: redirect((uri) => `${uri}/`),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has https; http is registered.',
    play: redirect((uri) => uri.replace('http:', 'https:')),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has another port than the registered one.',
    play: redirect((uri) => uri.replace(/:\d+/u, ':3000')),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has 127.0.0.1; localhost is registered.',
    play: redirect((uri) => uri.replace('localhost', '127.0.0.1')),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has capitals; the registered one has none.',
    play: redirect((uri) => uri.replace('callback', 'Callback')),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri has a query; the registered one has none.',
    play: redirect((uri) => `${uri}?tenant=1`),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The redirect_uri is of another host.',
    play: redirect(() => 'https://app.example/callback'),
  },
  {
    ...usual,
    cause: 'access_denied',
    truth: 'The person does not allow it.',
    play: login({ person: { answer: 'deny' } }),
  },
  {
    ...usual,
    cause: 'login_required',
    expected: true,
    truth: 'prompt=none without a session.',
    play: asking({ prompt: 'none' }),
  },
  {
    ...usual,
    cause: 'consent_required',
    expected: true,
    truth: 'prompt=none with a session, without consent.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      await logIn(stage, { issuer: a, clientId: 'spa', inPage: true });
      await logIn(stage, { issuer: a, clientId: 'spa-2', inPage: true, asks: { prompt: 'none' } });
    },
  },
  {
    ...usual,
    cause: 'scope_invalid',
    truth: 'The login asks for a scope that its client may not have.',
    play: asking({ scope: 'openid read' }, { clientId: 'web-scope', inPage: false }),
  },
  {
    ...usual,
    cause: 'resource_invalid',
    truth: 'The login asks for an API that the server does not know.',
    play: asking({ resource: 'urn:proof:no-api' }),
  },
  {
    ...usual,
    cause: 'grant_type_not_allowed',
    truth: 'The login asks for a response type that its client may not have.',
    play: asking({ response_type: 'code id_token', nonce: 'n-0S6_WzA2Mj' }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The authorization request has no response_type.',
    play: asking({ response_type: '' }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The challenge is too short.',
    play: asking({ code_challenge: 'short' }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The login asks for a prompt that the server does not know.',
    play: asking({ prompt: 'please' }),
  },
  {
    ...usual,
    cause: 'par_request_uri_invalid',
    truth: 'The request_uri of a pushed request is used twice.',
    play: pushed(async (stage, url) => {
      await stage.agent.go(url.href, person);
      await stage.agent.go(url.href, person);
    }),
  },
  {
    ...usual,
    cause: 'par_request_uri_invalid',
    truth: 'The request_uri of a pushed request is altered.',
    play: pushed(async (stage, url) => {
      url.searchParams.set('request_uri', (url.searchParams.get('request_uri') ?? '').slice(0, -3));
      await stage.agent.go(url.href, person);
    }),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'A client that must push its request does not.',
    play: asking({}, { clientId: 'web-par', inPage: false }),
  },
  {
    ...usual,
    cause: 'redirect_uri_not_registered',
    truth: 'The pushed request has a redirect_uri that is not registered.',
    play: async (stage) => {
      const { a } = await serveTenants(stage);
      const config = await configure(stage, { issuer: a, clientId: 'web-par' });
      await mayFail(stage, async () =>
        client.buildAuthorizationUrlWithPAR(config, { redirect_uri: `${stage.app}/other`, scope: 'openid' }),
      );
    },
  },
  {
    ...usual,
    cause: 'post_logout_redirect_uri_not_registered',
    truth: 'The logout returns to a URI that is not registered.',
    play: async (stage) => {
      const { config, tokens } = await login({})(stage);
      const url = client.buildEndSessionUrl(config, {
        id_token_hint: tokens?.id_token ?? '',
        post_logout_redirect_uri: `${stage.app}/`,
      });
      await stage.agent.go(url.href, person);
    },
  },
];
