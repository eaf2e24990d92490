import { adfs } from './adfs.ts';
import { amazon } from './amazon.ts';
import { apple } from './apple.ts';
import { atlassian } from './atlassian.ts';
import { auth0 } from './auth0.ts';
import { authelia } from './authelia.ts';
import { authentik } from './authentik.ts';
import { azureAdB2c } from './azure-ad-b2c.ts';
import { bitbucket } from './bitbucket.ts';
import { clerk } from './clerk.ts';
import { cognito } from './cognito.ts';
import { descope } from './descope.ts';
import { discord } from './discord.ts';
import { djangoOauthToolkit } from './django-oauth-toolkit.ts';
import { dropbox } from './dropbox.ts';
import { duende } from './duende.ts';
import { entraExternalId } from './entra-external-id.ts';
import { entra } from './entra.ts';
import { facebook } from './facebook.ts';
import { firebase } from './firebase.ts';
import { forgerock } from './forgerock.ts';
import { fusionauth } from './fusionauth.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glewlwyd } from './glewlwyd.ts';
import { google } from './google.ts';
import { keycloak } from './keycloak.ts';
import { kinde } from './kinde.ts';
import { lemonldapNg } from './lemonldap-ng.ts';
import { linkedin } from './linkedin.ts';
import { logto } from './logto.ts';
import { nodeOidcProvider } from './node-oidc-provider.ts';
import { okta } from './okta.ts';
import { onelogin } from './onelogin.ts';
import { openiddict } from './openiddict.ts';
import { ory } from './ory.ts';
import { pingfederate } from './pingfederate.ts';
import { pingone } from './pingone.ts';
import { salesforce } from './salesforce.ts';
import { sap } from './sap.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { spotify } from './spotify.ts';
import { spring } from './spring.ts';
import { stripe } from './stripe.ts';
import { supabase } from './supabase.ts';
import { workos } from './workos.ts';
import { x } from './x.ts';
import { zitadel } from './zitadel.ts';
import { zoom } from './zoom.ts';
import { generic } from './generic.ts';
import type { Provider } from './provider.ts';

/** Every provider that is known by name; `generic` stands for all others and is no member. */
export const providers: readonly Provider[] = [
  adfs,
  amazon,
  apple,
  atlassian,
  auth0,
  authelia,
  authentik,
  azureAdB2c,
  bitbucket,
  clerk,
  cognito,
  descope,
  discord,
  djangoOauthToolkit,
  dropbox,
  duende,
  entraExternalId,
  entra,
  facebook,
  firebase,
  forgerock,
  fusionauth,
  github,
  gitlab,
  glewlwyd,
  google,
  keycloak,
  kinde,
  lemonldapNg,
  linkedin,
  logto,
  nodeOidcProvider,
  okta,
  onelogin,
  openiddict,
  ory,
  pingfederate,
  pingone,
  salesforce,
  sap,
  shopify,
  slack,
  spotify,
  spring,
  stripe,
  supabase,
  workos,
  x,
  zitadel,
  zoom,
];

const byId: ReadonlyMap<string, Provider> = new Map(providers.map((provider) => [provider.id, provider]));

/** The provider of an id that `authorityOf` gave. */
export function providerById(id: string): Provider {
  return byId.get(id) ?? generic;
}
