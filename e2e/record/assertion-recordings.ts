import { jwtBearer, samlBearer } from './grant-clients.ts';
import { kiosk } from './password-server.ts';
import { basic, type GrantRecording, type Play } from './play.ts';

const sendPassword = async ({ call, passwords }: Play, password: string): Promise<void> =>
  void (await call(
    `${passwords}/token`,
    { grant_type: 'password', username: 'alice', password, scope: 'orders' },
    kiosk,
  ));

const vouch = async ({ call }: Play, grant: string, assertion: string): Promise<void> =>
  void (await call('/token', { grant_type: grant, assertion, scope: 'orders' }, basic('broker')));

/** Grants by what the user knows, or by who vouches for the user. */
export const assertionRecordings: readonly GrantRecording[] = [
  {
    name: 'password',
    truth: 'The app sends the user’s password, at @node-oauth/oauth2-server.',
    kind: 'password',
    outcome: 'succeeded',
    warns: ['grant-password-used'],
    play: async (server) => sendPassword(server, 'correct horse'),
  },
  {
    name: 'password-wrong',
    truth: 'The password is not the user’s.',
    kind: 'password',
    outcome: 'failed',
    cause: 'user_credentials_wrong',
    play: async (server) => sendPassword(server, 'wrong horse'),
  },
  {
    name: 'jwt-bearer',
    truth: 'An identity provider vouches for the user with a JWT.',
    kind: 'jwt_bearer',
    outcome: 'succeeded',
    play: async (server) => vouch(server, jwtBearer, await server.vouching.jwt(server.issuer)),
  },
  {
    name: 'jwt-bearer-wrong-audience',
    truth: 'The JWT is made for another server.',
    kind: 'jwt_bearer',
    outcome: 'failed',
    cause: 'client_assertion_invalid',
    async play(server) {
      await server.call('/.well-known/openid-configuration', {});
      await vouch(server, jwtBearer, await server.vouching.jwt('https://other.example'));
    },
  },
  {
    name: 'saml2-bearer',
    truth: 'An identity provider vouches for the user with a signed SAML assertion.',
    kind: 'saml_bearer',
    outcome: 'succeeded',
    play: async (server) => vouch(server, samlBearer, server.vouching.saml(`${server.issuer}/token`, 300)),
  },
  {
    name: 'saml2-bearer-expired',
    truth: 'The time of the SAML assertion is over.',
    kind: 'saml_bearer',
    outcome: 'failed',
    cause: 'client_assertion_invalid',
    play: async (server) => vouch(server, samlBearer, server.vouching.saml(`${server.issuer}/token`, -60)),
  },
];
