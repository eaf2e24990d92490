import { stringMember, type JsonObject } from '../http/json.ts';
import type { CauseId } from '../oauth/causes.ts';
import type { Source } from '../oauth/source.ts';
import type { ErrorHint, Lifetime, TenantPattern, TokenAuthentication } from './provider.ts';

// The words in which the provider files are written, so that each fact there is one line.

type HintWord = (says: RegExp, cause: CauseId, strength: number, fix?: string) => ErrorHint;

/** A text sent by the authorization endpoint. */
export const atAuthorize: HintWord = (says, cause, strength, fix) => ({
  at: 'authorize',
  says,
  cause,
  strength,
  fix,
});

/** A text sent by the token endpoint. */
export const atToken: HintWord = (says, cause, strength, fix) => ({
  at: 'token',
  says,
  cause,
  strength,
  fix,
});

/** A text that means the same wherever it is sent. */
export const anywhere: HintWord = (says, cause, strength, fix) => ({ at: 'any', says, cause, strength, fix });

/** The same, with what is wrong: for a text that says more, or other things, than its cause's own sentence. */
export function saying(sentence: string, hint: ErrorHint): ErrorHint {
  return { ...hint, sentence };
}

/** Numbered errors: the prefix and any of the numbers, not followed by a digit. */
export function numbered(prefix: string, ...numbers: readonly number[]): RegExp {
  return new RegExp(String.raw`\b${prefix}(?:${numbers.join('|')})(?!\d)`);
}

/** A code lifetime that the source states. */
export function codesLive(seconds: number, source: Source): Lifetime {
  return { milliseconds: seconds * 1000, source };
}

/** The tenants of a service that has only one. */
export const oneTenant: readonly TenantPattern[] = [{ url: /^/, key: '' }];

/** Whether endpoints of a metadata document end so; the member's suffix `_endpoint` is left out. */
export function lists(document: JsonObject, ends: Readonly<Record<string, string>>): boolean {
  return Object.entries(ends).every(([member, end]) => {
    const url = stringMember(document, member) ?? stringMember(document, `${member}_endpoint`);
    return url?.endsWith(end) === true;
  });
}

/** A secret in the header or in the body. */
export const secrets: readonly TokenAuthentication[] = ['client_secret_basic', 'client_secret_post'];

/** A secret, or none for a public client. */
export const secretsOrNone: readonly TokenAuthentication[] = [...secrets, 'none'];

/** Secrets, keys, or none. */
export const keysOrSecrets: readonly TokenAuthentication[] = [
  ...secrets,
  'client_secret_jwt',
  'private_key_jwt',
  'none',
];
