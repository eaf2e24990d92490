import type { Exchange } from '../http/exchange.ts';
import { decodeBase64Text } from '../oauth/jwt.ts';
import { placeholders } from './placeholder.ts';

/** How many values of one category were hidden, and in how many places. */
export interface ReceiptRow {
  readonly category: string;
  readonly values: number;
  readonly places: number;
}

/** How much redaction takes away; `custom` is `strict` but for names that the user listed. */
export const redactionLevels = ['strict', 'keep_user_identifiers', 'custom'] as const;
/** How much redaction takes away. */
export type RedactionLevel = (typeof redactionLevels)[number];

/** What redaction removed, and what it left on purpose. */
export interface Receipt {
  /** `revealed`: nothing was removed, because the user asked for that. */
  readonly level: RedactionLevel | 'revealed';
  /** In order of category. */
  readonly removed: readonly ReceiptRow[];
  /** Names whose values the user chose to keep, at the level `custom`. */
  readonly keptNames: readonly string[];
  /** Kinds of values that stay, for people. */
  readonly kept: readonly string[];
}

const traceIds = 'trace and correlation ids';

/** What stays at the level `strict`. */
const keptKinds: readonly string[] = [
  'hosts, endpoint paths and tenants',
  'client_id, redirect_uri, scope, issuer, audience',
  'error codes and error texts without personal data',
  traceIds,
  'times, lifetimes, status codes, algorithms, key ids',
];

/** The receipt of a file that shows everything. */
export const revealedReceipt: Receipt = {
  level: 'revealed',
  removed: [],
  keptNames: [],
  kept: ['every value as it was captured, secrets included'],
};

/** Counts the placeholders in redacted exchanges, so that it speaks of what is in the file, whoever redacted it. */
export function receiptOf(
  redacted: readonly Exchange[],
  asked: {
    readonly level: RedactionLevel;
    readonly keptNames: readonly string[];
    readonly hidesTraceIds: boolean;
  },
): Receipt {
  const { level, keptNames, hidesTraceIds } = asked;
  const kinds = keptKinds.filter((kind) => kind !== traceIds || !hidesTraceIds);
  const places = new Map<string, Map<string, number>>();
  for (const exchange of redacted)
    for (const text of textsOf(exchange))
      for (const shown of placeholdersIn(text)) {
        const category = shown.slice(1, shown.indexOf('·'));
        const values = places.get(category) ?? new Map<string, number>();
        places.set(category, values.set(shown, (values.get(shown) ?? 0) + 1));
      }
  return {
    level,
    removed: [...places]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([category, values]) => ({
        category,
        values: values.size,
        places: [...values.values()].reduce((sum, count) => sum + count, 0),
      })),
    keptNames: level === 'custom' ? keptNames : [],
    kept:
      level === 'keep_user_identifiers'
        ? [...kinds, 'user names, subject identifiers and e-mail addresses']
        : kinds,
  };
}

/** The redirect target is left out: it is the Location header once more. */
function textsOf(exchange: Exchange): readonly string[] {
  const headers = [...exchange.requestHeaders, ...exchange.responseHeaders];
  return [
    exchange.url,
    exchange.networkError ?? '',
    exchange.requestBody?.text ?? '',
    exchange.responseBody?.text ?? '',
    ...headers.flatMap(({ name, value }) => [name, value]),
  ];
}

/** Also in percent-encoding, and in the base64 of tokens and Basic credentials. */
function placeholdersIn(text: string): readonly string[] {
  const plain = text.replaceAll(/%E2%80%B9(?:[\w%]|-)+?%E2%80%BA/g, (written) => decodeURIComponent(written));
  const encoded = [...plain.matchAll(/(?:ey|Basic )([\w+/-]{16,}=*)/g)].map(([run]) =>
    decodeBase64Text(run.replace('Basic ', '')),
  );
  return [plain, ...encoded].flatMap((each) => each?.match(placeholders) ?? []);
}
