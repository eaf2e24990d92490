import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { grantSecret } from './grant-clients.ts';
import { basic, textOf, type Answer, type GrantRecording, type Play } from './play.ts';

type Tokens = Answer['body'];
type Parameters = Readonly<Record<string, string>>;

const alice = { user: 'alice', password: 'correct horse', answer: 'allow', logout: 'yes' };

/** Of the login that was asked for last; the challenge leads to it. */
let verifier = '';

const random = (): string => randomBytes(32).toString('base64url');

function newChallenge(): string {
  verifier = random();
  return createHash('sha256').update(verifier).digest('base64url');
}

/** An authorization request of the site. */
const requestOf = ({ site }: Play, more: Parameters = {}): Record<string, string> => ({
  response_type: 'code',
  client_id: 'site',
  redirect_uri: `${site.origin}/callback`,
  scope: 'openid profile offline_access',
  state: random(),
  nonce: random(),
  code_challenge: newChallenge(),
  code_challenge_method: 'S256',
  ...more,
});

/** The user goes through the server’s pages until the site has its answer. */
async function walk({ agent, issuer }: Play, parameters: Parameters): Promise<void> {
  await agent.go(`${issuer}/auth?${new URLSearchParams(parameters).toString()}`, alice);
}

/** The site redeems the code it was given. */
async function redeem(play: Play, code = play.site.delivered().get('code') ?? ''): Promise<Tokens> {
  const form = { grant_type: 'authorization_code', code, code_verifier: verifier };
  const redirect_uri = `${play.site.origin}/callback`;
  return (await play.call('/token', { ...form, redirect_uri }, basic('site'))).body;
}

async function logIn(play: Play, more: Parameters = {}): Promise<Tokens> {
  await walk(play, requestOf(play, more));
  return redeem(play);
}

async function refresh({ call }: Play, tokens: Tokens): Promise<Tokens> {
  const form = { grant_type: 'refresh_token', refresh_token: textOf(tokens['refresh_token']) };
  return (await call('/token', form, basic('site'))).body;
}

/** The request as a JWT that the client’s secret signs (RFC 9101). */
async function requestObject(play: Play, secret = grantSecret): Promise<Parameters> {
  const request = await new SignJWT(requestOf(play))
    .setProtectedHeader({ alg: 'HS256', typ: 'oauth-authz-req+jwt' })
    .setIssuer('site')
    .setAudience(play.issuer)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(secret));
  return { client_id: 'site', request };
}

async function push(play: Play, more: Parameters = {}): Promise<Parameters> {
  const { body } = await play.call('/request', requestOf(play, more), basic('site'));
  return { client_id: 'site', request_uri: textOf(body['request_uri']) };
}

async function leave(play: Play, page: string): Promise<void> {
  const tokens = await logIn(play);
  const query = new URLSearchParams({
    id_token_hint: textOf(tokens['id_token']),
    post_logout_redirect_uri: play.site.origin + page,
    state: 'a-state-for-the-way-back',
  });
  await play.agent.go(`${play.issuer}/session/end?${query.toString()}`, alice);
}

const pay = async ({ call, site }: Play, tokens: Tokens): Promise<unknown> =>
  call(`${site.origin}/payments`, {}, { authorization: `Bearer ${textOf(tokens['access_token'])}` });

const code = { kind: 'authorization_code', outcome: 'succeeded' } as const;
const failed = { kind: 'authorization_code', outcome: 'failed' } as const;

/** Logins at a site, and what follows them. */
export const siteRecordings: readonly GrantRecording[] = [
  {
    ...code,
    name: 'form-post',
    truth: 'The server’s page posts the code to the callback.',
    play: async (play) => void (await logIn(play, { response_mode: 'form_post' })),
  },
  {
    ...code,
    name: 'jarm',
    truth: 'The code comes inside a signed JWT.',
    async play(play) {
      await walk(play, requestOf(play, { response_mode: 'query.jwt' }));
      await redeem(play, textOf(decodeJwt(play.site.delivered().get('response') ?? '')['code']));
    },
  },
  {
    ...code,
    name: 'request-object',
    truth: 'The request is a signed JWT.',
    async play(play) {
      await walk(play, await requestObject(play));
      await redeem(play);
    },
  },
  {
    ...failed,
    name: 'request-object-wrong-key',
    truth: 'The request is a JWT that another secret signed.',
    cause: 'request_object_invalid',
    play: async (play) => walk(play, await requestObject(play, 'a-secret-of-someone-else-entirely')),
  },
  {
    ...code,
    name: 'pushed-request-login',
    truth: 'A request is pushed and the user logs in.',
    async play(play) {
      await walk(play, await push(play));
      await redeem(play);
    },
  },
  {
    ...failed,
    name: 'pushed-request-refused',
    truth: 'The redirect_uri that is pushed is not the registered one.',
    cause: 'redirect_uri_not_registered',
    play: async (play) => void (await push(play, { redirect_uri: `${play.site.origin}/callback/` })),
  },
  {
    ...code,
    name: 'pushed-request-again',
    truth: 'The user goes back after the login and opens the same request_uri again; the login stands.',
    async play(play) {
      const pushed = await push(play);
      await walk(play, pushed);
      await redeem(play);
      await walk(play, pushed);
    },
  },
  {
    ...failed,
    name: 'pushed-request-unknown',
    truth: 'The request_uri loses its last character on the way.',
    cause: 'par_request_uri_invalid',
    async play(play) {
      const { request_uri = '', ...rest } = await push(play);
      await walk(play, { ...rest, request_uri: request_uri.slice(0, -1) });
    },
  },
  {
    ...code,
    name: 'refresh-rotation',
    truth: 'Each refresh token is used once.',
    play: async (play) => void (await refresh(play, await refresh(play, await logIn(play)))),
  },
  {
    ...failed,
    name: 'refresh-replayed',
    truth: 'A refresh token is used again after the server replaced it, and the whole family ends.',
    cause: 'refresh_token_reused',
    async play(play) {
      const first = await logIn(play);
      const second = await refresh(play, first);
      await refresh(play, first);
      await refresh(play, second);
    },
  },
  {
    ...failed,
    name: 'refresh-revoked',
    truth: 'The site revokes its refresh token and uses it all the same.',
    cause: 'refresh_token_revoked',
    async play(play) {
      const tokens = await logIn(play);
      const token = textOf(tokens['refresh_token']);
      await play.call('/token/revocation', { token, token_type_hint: 'refresh_token' }, basic('site'));
      await play.call('/token/introspection', { token }, basic('site'));
      await refresh(play, tokens);
    },
  },
  {
    name: 'logout',
    truth: 'The user logs out and comes back to the site.',
    kind: 'logout',
    outcome: 'succeeded',
    play: async (play) => leave(play, '/goodbye'),
  },
  {
    name: 'logout-refused',
    truth: 'The page to come back to after logout is not registered.',
    kind: 'logout',
    outcome: 'failed',
    cause: 'post_logout_redirect_uri_not_registered',
    play: async (play) => leave(play, '/bye'),
  },
  {
    ...code,
    name: 'step-up',
    truth: 'The API asks for a login with the phone, and gets it.',
    async play(play) {
      await pay(play, await logIn(play));
      await pay(play, await logIn(play, { prompt: 'login', acr_values: 'phone' }));
    },
  },
  {
    name: 'hybrid',
    truth: 'An ID token comes with the code, both posted.',
    kind: 'hybrid',
    outcome: 'succeeded',
    async play(play) {
      const more = { client_id: 'desktop', response_type: 'code id_token', response_mode: 'form_post' };
      await walk(play, requestOf(play, { ...more, scope: 'openid profile' }));
      await play.call('/token', {
        grant_type: 'authorization_code',
        client_id: 'desktop',
        code: play.site.delivered().get('code') ?? '',
        code_verifier: verifier,
        redirect_uri: `${play.site.origin}/callback`,
      });
    },
  },
  {
    name: 'implicit',
    truth: 'An ID token comes in the fragment.',
    kind: 'implicit',
    outcome: 'succeeded',
    async play(play) {
      const { code_challenge: _, code_challenge_method: __, ...request } = requestOf(play);
      await walk(play, { ...request, client_id: 'desktop', response_type: 'id_token', scope: 'openid' });
    },
  },
];
