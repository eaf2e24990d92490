import { errorCodes } from './error-codes.ts';
import { means, type Explanation } from './explanation.ts';
import { grantTypeNamed } from './grant-types.ts';

const codes: ReadonlyMap<string, Explanation> = new Map(
  errorCodes.map(({ code, meaning, source }) => [code, means(meaning, source)]),
);

/** What a value from a fixed set of words means: an error code, or a grant; undefined for every other value. */
export function valueExplanationOf(name: string, value: string): Explanation | undefined {
  switch (name) {
    case 'error':
      return codes.get(value);
    case 'grant_type':
      return grantTypeNamed(value)?.explanation;
    default:
      return undefined;
  }
}
