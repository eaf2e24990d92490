import * as client from 'openid-client';
import { password } from '../glewlwyd-login.ts';
import { configure, mayFail } from '../log-in.ts';
import { serveNodeOAuth } from '../node-oauth.ts';
import { plainSecret } from '../node-oauth-model.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';

/** A kiosk logs in with what the person typed. */
const kiosk = async (stage: Stage): Promise<void> => {
  const server = await serveNodeOAuth(stage);
  const authentication = client.ClientSecretBasic(plainSecret);
  const config = await configure(stage, { issuer: server.issuer, server, clientId: 'kiosk', authentication });
  const typed = { username: 'alice', password: 'not the password', scope: 'profile' };
  await mayFail(stage, async () => client.genericGrantRequest(config, 'password', typed));
};

/** Logins by name and password without a browser. */
export const passwordCases: readonly ProofCase[] = [
  {
    server: '@node-oauth/oauth2-server',
    client: 'openid-client',
    cause: 'user_credentials_wrong',
    truth: 'A person’s password is another one.',
    play: kiosk,
  },
  {
    server: 'Glewlwyd',
    client: 'openid-client',
    cause: 'user_credentials_wrong',
    undecidable: true,
    truth: 'A person’s password is another one.',
    play: password('not the password'),
  },
];
