/** A login that the demo shows and the tests check. */
export interface LoginCase {
  /** File name and test name. */
  readonly name: string;
  readonly title: string;
  /** Name of the app's fault. */
  readonly fault: string;
  readonly outcome: 'Succeeded' | 'Failed';
  /** What the app shows at the end. */
  readonly app: string;
  /** Why the server refused, in its private words; undefined when it did not. */
  readonly refusal: string | undefined;
  /** What the verdict must say, whatever its wording. */
  readonly verdict: RegExp;
}

const refused = { outcome: 'Failed', app: 'Failed: grant request is invalid' } as const;

export const loginCases: readonly LoginCase[] = [
  {
    name: 'clean',
    title: 'A clean login',
    fault: 'none',
    outcome: 'Succeeded',
    app: 'Signed in as alice.',
    refusal: undefined,
    verdict: /succeeded|worked|signed in|complete/iu,
  },
  {
    name: 'redirect-uri',
    title: 'The token request repeats the redirect_uri with a trailing slash',
    fault: 'redirect-at-token',
    ...refused,
    refusal: 'authorization code redirect_uri mismatch',
    verdict: /redirect_uri/u,
  },
  {
    name: 'other-tenant',
    title: 'A code of tenant A is redeemed at tenant B',
    fault: 'other-tenant',
    ...refused,
    refusal: 'authorization code not found',
    verdict: /issued by .* and redeemed at/u,
  },
  {
    name: 'too-late',
    title: 'A code is redeemed after its lifetime',
    fault: 'late',
    ...refused,
    refusal: 'authorization code is expired',
    verdict: /expired|too late|lifetime|old/iu,
  },
  {
    name: 'twice',
    title: 'A code is redeemed twice',
    fault: 'twice',
    ...refused,
    refusal: 'authorization code already consumed',
    verdict: /twice|already|again|second time|reused/iu,
  },
];
