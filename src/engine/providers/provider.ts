import type { JsonObject } from '../http/json.ts';
import type { CauseId } from '../oauth/causes.ts';
import type { Source } from '../oauth/source.ts';

/** How long something lives, and who says so. */
export interface Lifetime {
  readonly milliseconds: number;
  readonly source: Source;
}

/** Derives a tenant from a URL. */
export interface TenantPattern {
  /** Tested against the whole URL; its named groups fill `key`. */
  readonly url: RegExp;
  /** `{name}` is a group as written, `{name:lc}` in lower case; a missing group is empty. An empty key is the only tenant. */
  readonly key: string;
}

/** A text or code that this provider's servers send, and what it points to. */
export interface ErrorHint {
  readonly at: 'authorize' | 'token' | 'any';
  /**
   * Tested against the code in the standard's words, the code as sent and the description, one a line. Foreign text, so
   * bounded in what it repeats.
   */
  readonly says: RegExp;
  readonly cause: CauseId;
  /** 0 to 0.97: how far the text alone decides. */
  readonly strength: number;
  /** What to change when this text says more than the cause; otherwise the provider's `fixes` hold. */
  readonly fix?: string | undefined;
  /** What is wrong, when this text says more than the cause's own sentence. */
  readonly sentence?: string | undefined;
}

/** How the sent redirect_uri is compared with the registered ones. */
export interface RedirectMatching {
  readonly rule:
    'exact' | 'exact or wildcard' | 'case-insensitive' | 'prefix' | 'path below' | 'extra query allowed';
  /** Loopback ports that may differ from the registered one: of addresses, of `localhost` too, or none. */
  readonly anyPort: 'loopback address' | 'localhost' | 'loopback' | 'none' | undefined;
  /** The answer goes to `https://host/` when `https://host` was asked for. */
  readonly addsSlash?: true;
}

/** What the provider does with refresh tokens unless it is told otherwise. */
export interface RefreshTokens {
  /** Days until it ends, however often it is used; undefined when unlimited or not published. */
  readonly days?: number;
  /** Days without use until it ends. */
  readonly idleDays?: number;
  /** Whether a use ends the token and gives another. */
  readonly rotation: 'always' | 'by setting' | 'never' | undefined;
}

/** Client authentication at the token endpoint, as in RFC 8414; `none` is a public client. */
export type TokenAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'tls_client_auth'
  | 'none';

/** One provider: data first, so that a new one is a file of facts. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly documentation: Source;
  /** Where a client is registered, as menus are named there. */
  readonly console: string | undefined;
  /** Tested against the lower-case host name. */
  readonly hosts: readonly RegExp[];
  /** These hosts serve other providers, too, which are told by their paths. */
  readonly sharesHosts?: true;
  /** Tested against the path of a self-hosted server; must be telling enough to stand alone. */
  readonly paths: readonly RegExp[];
  /** Recognises its metadata document, for servers whose paths are not telling. */
  readonly metadata?: (document: JsonObject) => boolean;
  readonly tenants: readonly TenantPattern[];
  /** Tenant names that stand for any tenant; against a concrete one they are no contradiction. */
  readonly anyTenant?: readonly string[];
  /** Other names of a tenant, each with the name that counts. */
  readonly tenantAliases?: Readonly<Record<string, string>>;
  readonly codeLifetime: Lifetime | undefined;
  readonly refreshTokens: RefreshTokens;
  readonly redirectMatching: RedirectMatching;
  /** What its token endpoint can accept; the registration of a client narrows it. */
  readonly clientAuthentication: readonly TokenAuthentication[];
  /** It gives public clients a secret as well, and asks for it, so that the secret proves nothing. */
  readonly givesAllSecrets?: true;
  /** Where it leaves the standard by its own documentation, so that no client does wrong by following. */
  readonly departs?: 'answers without token_type' | 'takes the secret in the query';
  readonly errors: readonly ErrorHint[];
  /** Whether it answers every refused grant with the same words. */
  readonly hidesCauses?: true;
  /** What to change at this provider, by cause, in one sentence that names the setting. */
  readonly fixes: Readonly<Partial<Record<CauseId, string>>>;
}
