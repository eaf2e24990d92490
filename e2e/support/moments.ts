/** Moments of a login at which the background script may be stopped. */
export const moments = [
  'before the login',
  'on the page for name and password',
  'on the page for consent',
  'between callback and token call',
  'after the token answer',
] as const;

/** One of them. */
export type Moment = (typeof moments)[number];
