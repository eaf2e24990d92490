import { isJsonObject, listOf, stringMember, stringsMember } from '../http/json.ts';

/** What the user says is registered; undefined where nothing was said. */
export interface Registered {
  readonly redirectUris: readonly string[] | undefined;
  /** Named as in RFC 7591 `token_endpoint_auth_method`; `none` for a public client. */
  readonly method: string | undefined;
  readonly grantTypes: readonly string[] | undefined;
  /** As the server's addresses or its console name it. */
  readonly tenant: string | undefined;
}

/** What is registered for a client at a server. */
export interface ClientRegistration extends Registered {
  readonly clientId: string;
  /** Host of the server, as in `Authority.host`. */
  readonly authority: string;
}

/** The methods that a form offers: those that a request shows. */
export const registeredMethods = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
] as const;

/** Reads what was stored; what has another shape is left out, and so is every member this version does not know. */
export function readRegistrations(stored: unknown): readonly ClientRegistration[] {
  return listOf(stored).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const clientId = stringMember(each, 'clientId');
    const authority = stringMember(each, 'authority');
    if (clientId === undefined || authority === undefined) return [];
    const registration: ClientRegistration = {
      clientId,
      authority,
      redirectUris: stringsMember(each, 'redirectUris'),
      method: stringMember(each, 'method'),
      grantTypes: stringsMember(each, 'grantTypes'),
      tenant: stringMember(each, 'tenant'),
    };
    return secretIn(registration) === undefined ? [registration] : [];
  });
}

/**
 * The first value that looks like a secret rather than like what it should be; undefined when none does. A secret of
 * the shape in which other servers name their clients, such as 32 letters and digits, cannot be told from one.
 */
export function secretIn(said: Registered & Partial<ClientRegistration>): string | undefined {
  const { clientId = '', authority = '', redirectUris = [], method, grantTypes = [], tenant = '' } = said;
  return (
    [clientId, authority].find(isNoName) ??
    [tenant].find((each) => isNoName(each) || hasSecretPart(each)) ??
    redirectUris.find((uri) => !/^[a-z][a-z\d+.-]*:[^\s]+$/i.test(uri) || hasSecretPart(uri)) ??
    [method ?? 'none'].find((each) => !registeredMethods.some((known) => known === each)) ??
    grantTypes.find((grant) => !/^(?:[a-z_-]{1,40}|urn:[a-z\d:._-]{1,80})$/.test(grant))
  );
}

/** Secrets of Entra ID, Google, Stripe, GitHub and Slack, tokens (RFC 7519) and keys (RFC 7468) begin like no client_id. */
const secretStart =
  /^(?:.{3}\dQ~|GOCSPX-|(?:sk|rk)_(?:live|test)_|gh[a-z]_|github_pat_|xox[a-z]-|ey[\w-]+\.|-----)/;

/**
 * Whether a server would name no client by this. The longest names are 64 hexadecimal digits (GitLab), 85 letters and
 * digits that begin alike (Salesforce), and Google’s; other long runs are secrets.
 */
function isNoName(name: string): boolean {
  if (/[\s\p{Cc}]/u.test(name) || secretStart.test(name)) return true;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(name)) return hasSecretPart(name);
  const isLong =
    /[\w+/=~-]{44}/.test(name) &&
    !/^(?:3MVG|[\da-f]{64}$|\d+-\w+\.apps\.googleusercontent\.com$)/i.test(name);
  return isLong && /\d/.test(name);
}

/**
 * A user and password, a code or token, or a long run of letters and digits as secrets have them. The scheme of a
 * native app may hold its client_id, which is no secret.
 */
function hasSecretPart(uri: string): boolean {
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*@/i.test(uri)) return true;
  if (/[?&#;](?:[\w.-]*(?:secret|password|token|code|assertion|key)[\w.-]*)=/i.test(uri)) return true;
  return (uri.replace(/^[^:]*:/, '').match(/[\w+~-]{24,}/g) ?? []).some(
    (run) => /\d/.test(run) && /[a-z]/i.test(run) && !isGuid(run),
  );
}

/** Tenants and applications are named by GUIDs in paths, which are no secrets. */
function isGuid(run: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(run);
}

/** What is known of this client at this server. */
export function registrationOf(
  registrations: readonly ClientRegistration[],
  clientId: string | undefined,
  authority: string,
): Registered {
  return (
    registrations.find((each) => each.clientId === clientId && each.authority === authority) ?? {
      redirectUris: undefined,
      method: undefined,
      grantTypes: undefined,
      tenant: undefined,
    }
  );
}
