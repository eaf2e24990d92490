import { numberMember, stringMember } from '../../http/json.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import type { IdToken } from '../id-tokens.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Clocks and slow answers may add so much, seconds. */
const leeway = 60;

export const idTokenAuthContextUnmet = defineRule({
  id: 'id-token-auth-context-unmet',
  title: 'The ID token does not say that the user signed in as freshly or strongly as was asked',
  severity: 'warning',
  why: 'A request for a fresh or strong sign-in protects nothing if the client does not compare the answer with it.',
  fix: 'Compare auth_time and acr with what was asked before the login is accepted, and send the user to sign in again when they do not fit.',
  sources: [oidcCore('3.1.2.1', 'AuthRequest'), oidcCore('3.1.3.7', 'IDTokenValidation'), rfc(9470, '5')],
  needs: ['authorizationRequest', 'idTokens'],
  check({ authorizationRequest, idTokens }) {
    const idToken = idTokens.find(({ from }) => from === 'authorization_response' || from === 'redemption');
    if (idToken === undefined) return notApplicable;
    const unmet = tooOld(authorizationRequest, idToken) ?? tooWeak(authorizationRequest, idToken);
    if (unmet === undefined) return pass;
    const { name, title, severity = 'warning' } = unmet;
    return fail([at(authorizationRequest, name), idToken.at], { title, severity });
  },
});

interface Unmet {
  /** The parameter that asked. */
  readonly name: string;
  readonly title: string;
  readonly severity?: 'info';
}

/** Ages are taken by the server's own clock: its time of issue less its time of sign-in. */
function tooOld(request: AuthorizationRequest, { claims, message }: IdToken): Unmet | undefined {
  const signedIn = numberMember(claims, 'auth_time');
  const issued = numberMember(claims, 'iat');
  const maxAge = request.params.get('max_age');
  if (maxAge !== undefined && /^\d{1,9}$/.test(maxAge)) {
    if (signedIn === undefined)
      return { name: 'max_age', title: 'The ID token lacks auth_time, which max_age asks for' };
    if (issued !== undefined && issued - signedIn > Number(maxAge) + leeway)
      return { name: 'max_age', title: 'The user signed in longer ago than max_age allows' };
  }
  const isFresh = request.params.get('prompt')?.split(' ').includes('login') === true;
  if (!isFresh || signedIn === undefined || issued === undefined) return undefined;
  const taken = (message.exchange.startedAt - request.exchange.startedAt) / 1000;
  return issued - signedIn > Math.max(taken, 0) + leeway
    ? { name: 'prompt', title: 'The user did not sign in again, which prompt=login asks for' }
    : undefined;
}

/** acr_values is a wish, which a server need not meet (OpenID Connect Core §3.1.2.1). */
function tooWeak(request: AuthorizationRequest, { claims }: IdToken): Unmet | undefined {
  const acr = stringMember(claims, 'acr');
  if (acr !== undefined && isHidden(acr)) return undefined;
  const wished = request.params.get('acr_values')?.split(' ') ?? [];
  if (wished.length === 0 || wished.some((value) => isHidden(value))) return undefined;
  if (acr !== undefined && wished.includes(acr)) return undefined;
  const title = 'The ID token has none of the acr_values that were asked for';
  return { name: 'acr_values', title, severity: 'info' };
}
