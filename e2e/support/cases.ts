/** How a login is made: by redirect, in a popup, or by redirect and then renewed in a frame. */
export type LoginWay = 'redirect' | 'popup' | 'renewed';

/** A login that the demo shows and the tests check. */
export interface LoginCase {
  /** File name and test name. */
  readonly name: string;
  readonly title: string;
  /** Name of the app's fault. */
  readonly fault: string;
  /** By redirect if not said. */
  readonly way?: LoginWay;
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

const worked = {
  outcome: 'Succeeded',
  app: 'Signed in as alice.',
  refusal: undefined,
  verdict: /succeeded/iu,
} as const;

/** Logins of which a part runs in another window or frame; those that work first, as the panel stays with one that failed. */
export const elsewhereCases: readonly LoginCase[] = [
  { name: 'popup', title: 'A login in a popup', fault: 'none', way: 'popup', ...worked },
  {
    name: 'silent-renew',
    title: 'A login that is renewed silently, in a frame',
    fault: 'no-refresh-token',
    way: 'renewed',
    ...worked,
  },
  {
    name: 'popup-redirect-uri',
    title: 'A login in a popup, the token request with another redirect_uri',
    fault: 'redirect-at-token',
    way: 'popup',
    ...refused,
    refusal: 'authorization code redirect_uri mismatch',
    verdict: /redirect_uri/u,
  },
];
