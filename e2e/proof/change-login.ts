import { logIn, type LoggedIn, type Login } from './log-in.ts';
import { serveTenants } from './oidc-servers.ts';
import type { Stage } from './stage.ts';

/** What of a login a case does otherwise. */
export type Change = Omit<Login, 'issuer' | 'clientId'> & { readonly clientId?: string };

/** A login of the confidential client at tenant A with one thing changed. */
export const login =
  (change: Change) =>
  async (stage: Stage): Promise<LoggedIn> => {
    const { a } = await serveTenants(stage);
    return logIn(stage, { issuer: a, clientId: 'web', ...change });
  };

/** A login of the public client in its page, with one thing changed. */
export const loginInPage = (change: Change): ((stage: Stage) => Promise<LoggedIn>) =>
  login({ clientId: 'spa', inPage: true, ...change });
