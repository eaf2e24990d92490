import type { Page, Response } from '@playwright/test';
import type { CauseId } from '../../src/engine/oauth/causes.ts';
import type { Outcome } from '../../src/engine/diagnosis/report.ts';
import { shortCodeLifetime, webClientSecret } from '../servers/clients.ts';
import { endOfLogin, logIn, passTenantPages, startLogin } from '../support/log-in.ts';

/** A login to record and what is true about it. */
interface Recorded {
  readonly name: string;
  /** What was done, in words. */
  readonly truth: string;
  readonly outcome: Outcome;
  readonly cause: CauseId | undefined;
}

/** A login of the single-page app. */
export interface BrowserRecording extends Recorded {
  /** Does it, and waits until it ended. */
  readonly play: (tab: Page, app: string) => Promise<unknown>;
}

/** A login of the server-side app, whose own requests are recorded beside the browser's. */
export interface ServerRecording extends Recorded {
  readonly clientId: string;
  readonly secret: string;
  readonly redeemsAfter: number;
}

const isTokenCall = (response: Response): boolean => response.url().endsWith('/token');

/** Starts a login that the tenant refuses on its own page. */
async function refusedByTenant(tab: Page, app: string, fault: string): Promise<void> {
  await startLogin(tab, app, fault);
  await tab.getByRole('heading', { name: 'oops! something went wrong' }).waitFor();
}

export const browserRecordings: readonly BrowserRecording[] = [
  {
    name: 'ok-redirect',
    truth: 'A login by redirect with PKCE; the code is redeemed, userinfo is read.',
    outcome: 'succeeded',
    cause: undefined,
    play: (tab, app) => logIn(tab, app),
  },
  {
    name: 'ok-popup',
    truth: 'A login in a popup; the page that opened it redeems the code.',
    outcome: 'succeeded',
    cause: undefined,
    play: async (tab, app) => {
      await tab.goto(app);
      const popup = tab.waitForEvent('popup');
      await tab.getByRole('button', { name: 'Log in by popup' }).click();
      await passTenantPages(await popup);
      await endOfLogin(tab);
    },
  },
  {
    name: 'ok-refresh',
    truth: 'A login, then its refresh token is used and rotated.',
    outcome: 'succeeded',
    cause: undefined,
    play: async (tab, app) => {
      await logIn(tab, app);
      const renewed = tab.waitForResponse(isTokenCall);
      await tab.getByRole('button', { name: 'Renew' }).click();
      await (await renewed).finished();
    },
  },
  {
    name: 'redirect-uri-at-authorize',
    truth: 'The authorization request has a redirect_uri with a trailing slash; the registered one has none.',
    outcome: 'failed',
    cause: 'redirect_uri_not_registered',
    play: (tab, app) => refusedByTenant(tab, app, 'redirect-at-authorize'),
  },
  {
    name: 'redirect-uri-at-token',
    truth: 'The token request repeats the redirect_uri with a trailing slash.',
    outcome: 'failed',
    cause: 'redirect_uri_mismatch_at_token',
    play: (tab, app) => logIn(tab, app, 'redirect-at-token'),
  },
  {
    name: 'code-expired',
    truth: `The code lives ${shortCodeLifetime} s and is redeemed more than a second after that.`,
    outcome: 'failed',
    cause: 'code_expired',
    play: (tab, app) => logIn(tab, app, 'late'),
  },
  {
    name: 'code-reused-by-reload',
    truth: 'The app keeps the state of a finished login, and the callback is loaded again.',
    outcome: 'failed',
    cause: 'code_reused',
    play: async (tab, app) => {
      await logIn(tab, app, 'keeps-state');
      await tab.reload();
      await endOfLogin(tab);
    },
  },
  {
    name: 'wrong-verifier',
    truth: 'The token request has another code_verifier than the one behind the challenge.',
    outcome: 'failed',
    cause: 'pkce_verifier_mismatch',
    play: (tab, app) => logIn(tab, app, 'other-verifier'),
  },
  {
    name: 'wrong-tenant',
    truth: 'The code of one tenant is redeemed at another, which knows the same client.',
    outcome: 'failed',
    cause: 'tenant_mismatch',
    play: (tab, app) => logIn(tab, app, 'other-tenant'),
  },
  {
    name: 'no-cors',
    truth: 'The token endpoint does not allow the origin of the app, and the browser keeps its answer.',
    outcome: 'failed',
    cause: 'cors_blocked',
    play: (tab, app) => logIn(tab, app, 'no-cors'),
  },
  {
    name: 'unknown-client',
    truth: 'The tenant has no such client and says so on its own page.',
    outcome: 'failed',
    cause: 'client_unknown',
    play: (tab, app) => refusedByTenant(tab, app, 'unknown-client'),
  },
];

export const serverRecordings: readonly ServerRecording[] = [
  {
    name: 'server-ok',
    truth: 'A confidential client redeems the code on its server, with its secret in the Basic header.',
    outcome: 'succeeded',
    cause: undefined,
    clientId: 'web',
    secret: webClientSecret,
    redeemsAfter: 0,
  },
  {
    name: 'server-wrong-secret',
    truth: 'The secret in the Basic header is not the client’s.',
    outcome: 'failed',
    cause: 'client_secret_wrong',
    clientId: 'web',
    secret: 'a-secret-of-someone-else',
    redeemsAfter: 0,
  },
  {
    name: 'server-code-expired',
    truth: `The code lives ${shortCodeLifetime} s and is redeemed more than a second after that.`,
    outcome: 'failed',
    cause: 'code_expired',
    clientId: 'web-short',
    secret: webClientSecret,
    redeemsAfter: (shortCodeLifetime + 1) * 1000 + 200,
  },
];
