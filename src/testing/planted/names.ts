import type { Kind, Planter } from './values.ts';

/** Names of parameters, members and claims that hold secrets or personal data, each with the shape of its value. */
const names: readonly (readonly [string, Kind])[] = [
  ...'code state nonce code_verifier client_secret password device_code request_uri auth_req_id session_state at_hash c_hash jti otp registration_access_token access_token refresh_token id_token client_assertion assertion subject_token actor_token logout_token software_statement login_hint_token token api_key apikey sessionid sid ticket wctx wresult RelayState SAMLRequest SAMLResponse s_hash code_challenge id_token_hint request response dpop claim_token verification_uri_complete x_custom'
    .split(' ')
    .map((name) => [name, 'opaque'] as const),
  ...'sub oid user_id account device_id picture profile website'
    .split(' ')
    .map((name) => [name, 'guid'] as const),
  ...'login_hint email upn preferred_username unique_name username'
    .split(' ')
    .map((name) => [name, 'email'] as const),
  ...'name given_name family_name middle_name nickname address gender'
    .split(' ')
    .map((name) => [name, 'person'] as const),
  ['user_code', 'short'],
  ['phone_number', 'phone'],
  ['pin', 'digits'],
  ['birthdate', 'digits'],
  ['ipaddr', 'ip'],
  ['ip', 'ip'],
];

/** The names under which secrets are planted. */
export const plantedNames: readonly string[] = names.map(([name]) => name);

/** A form with a secret under each name. */
export function formOf(planter: Planter, place: string): string {
  return names
    .map(([name, kind]) => `${name}=${encodeURIComponent(planter.plant(kind, `${place} ${name}`))}`)
    .join('&');
}

/** JSON members with a secret under each name. */
export function membersOf(planter: Planter, place: string): Record<string, string> {
  return Object.fromEntries(names.map(([name, kind]) => [name, planter.plant(kind, `${place} ${name}`)]));
}
