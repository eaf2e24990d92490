import { auth0 } from './auth0.ts';
import { cognito } from './cognito.ts';
import { entra } from './entra.ts';
import { generic } from './generic.ts';
import { google } from './google.ts';
import { keycloak } from './keycloak.ts';
import { nodeOidcProvider } from './node-oidc-provider.ts';
import { okta } from './okta.ts';
import type { Provider } from './provider.ts';

/** Every provider that is known by name; `generic` stands for all others and is no member. */
export const providers: readonly Provider[] = [
  auth0,
  cognito,
  entra,
  google,
  keycloak,
  nodeOidcProvider,
  okta,
];

const byId: ReadonlyMap<string, Provider> = new Map(providers.map((provider) => [provider.id, provider]));

/** The provider of an id that `authorityOf` gave. */
export function providerById(id: string): Provider {
  return byId.get(id) ?? generic;
}
