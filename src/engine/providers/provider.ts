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
  /** `{name}` is a group as written, `{name:lc}` in lower case; a missing group is empty. */
  readonly key: string;
}

/** A text or code that this provider's servers send, and what it points to. */
export interface ErrorHint {
  readonly at: 'authorize' | 'token' | 'any';
  /** Tested against code and description joined by a line break. */
  readonly says: RegExp;
  readonly cause: CauseId;
  /** 0 to 0.97: how far the text alone decides. */
  readonly strength: number;
}

/** One provider: data first, so that a new one is a file of facts. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Tested against the lower-case host name. */
  readonly hosts: readonly RegExp[];
  /** Tested against the path of a self-hosted server; must be telling enough to stand alone. */
  readonly paths: readonly RegExp[];
  /** Recognises its metadata document, for servers whose paths are not telling. */
  readonly metadata?: (document: JsonObject) => boolean;
  readonly tenants: readonly TenantPattern[];
  /** Tenant names that stand for any tenant; against a concrete one they are no contradiction. */
  readonly anyTenant?: readonly string[];
  readonly codeLifetime: Lifetime | undefined;
  readonly errors: readonly ErrorHint[];
}
