import type { ProofCase } from '../proof-case.ts';
import { appCases } from './app.ts';
import { auth0Cases } from './auth0-spa-js.ts';
import { authorizeCases } from './authorize.ts';
import { bindingCases } from './binding.ts';
import { cleanCases } from './clean.ts';
import { clientCases } from './client.ts';
import { codeCases } from './code.ts';
import { deviceCases } from './device.ts';
import { glewlwydCases } from './glewlwyd.ts';
import { messageCases } from './messages.ts';
import { nodeOAuthCases } from './node-oauth.ts';
import { passwordCases } from './password.ts';
import { refreshCases } from './refresh.ts';
import { secretLifeCases } from './secret-life.ts';
import { simpleOAuth2Cases } from './simple-oauth2.ts';
import { troubleCases } from './trouble.ts';

/** Every case, in the order of the page. */
export const proofCases: readonly ProofCase[] = [
  ...cleanCases,
  ...messageCases,
  ...auth0Cases,
  ...authorizeCases,
  ...clientCases,
  ...secretLifeCases,
  ...codeCases,
  ...bindingCases,
  ...refreshCases,
  ...deviceCases,
  ...troubleCases,
  ...appCases,
  ...nodeOAuthCases,
  ...simpleOAuth2Cases,
  ...glewlwydCases,
  ...passwordCases,
];
