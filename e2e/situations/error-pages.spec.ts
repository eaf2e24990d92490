import type { Page } from '@playwright/test';
import { serveWebApp } from '../apps/web/serve-web-app.ts';
import { shortCodeLifetime, webClientSecret } from '../servers/clients.ts';
import { passTenantPages, startLogin } from '../support/log-in.ts';
import type { Stage } from '../servers/stage.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { storedExchanges } from '../support/log.ts';
import { expect, test, type About } from './fixtures.ts';
import type { Expected } from './row.ts';

interface Situation {
  /** Goes as far as the page that tells the error. */
  readonly logIn: (tab: Page, stage: Stage) => Promise<void>;
  readonly message: About;
  /** What is said with nothing but the status, and with the page's text. */
  readonly report: Readonly<Record<'unread' | 'read', Expected['report']>>;
  readonly sentence: Readonly<Record<'unread' | 'read', string>>;
}

const situations: Readonly<Record<string, Situation>> = {
  'the authorization server refuses on a page of its own': {
    logIn: async (tab, stage) => {
      await startLogin(tab, stage.app, 'redirect-at-authorize');
      await tab.waitForURL(`${stage.tenantA}/auth?*`);
    },
    message: { about: 'authorization request', is: ({ url }) => /\/auth\?/u.test(url) },
    report: {
      unread: ['failed: redirect_uri_not_registered'],
      read: ['failed: redirect_uri_not_registered'],
    },
    sentence: {
      unread:
        'It could be that the redirect_uri of the authorization request is not registered for this client.',
      read: 'The redirect_uri of the authorization request is not registered for this client.',
    },
  },
  'the callback of an app on a server shows the error of its token request': {
    logIn: async (tab, { webApp, tenantA }) => {
      serveWebApp(webApp, {
        issuer: tenantA,
        clientId: 'web-short',
        secret: webClientSecret,
        // The server counts whole seconds, so only a full second more is surely too late.
        redeemsAfter: (shortCodeLifetime + 1) * 1000 + 200,
      });
      await tab.goto(webApp.origin);
      await passTenantPages(tab);
      await tab.getByRole('status').filter({ hasText: 'Failed' }).waitFor();
    },
    message: { about: 'authorization response', is: ({ url }) => /\/callback\?/u.test(url) },
    report: { unread: ['failed'], read: ['failed: code_expired'] },
    sentence: {
      unread:
        'The app’s callback answered 500: the login failed on the app’s server, whose token request a browser cannot see.',
      read: 'It could be that the authorization code had expired when it was redeemed.',
    },
  },
};

for (const [title, { logIn, message, report, sentence }] of Object.entries(situations)) {
  for (const inspected of ['', ', DevTools on the tab'] as const) {
    test(`${title}${inspected}`, async ({ stage, recorded, row }) => {
      const tab = await recorded.newTab();
      if (inspected !== '') await recorded.inspect(tab);
      await logIn(tab, stage);
      await row(message, {
        web_request: ['request', 'headers', 'status'],
        devtools_network: inspected === '' ? [] : ['request', 'status', 'answer'],
        page_hook: [],
        report: report[inspected === '' ? 'unread' : 'read'],
      });
      const { flows } = analyze(await storedExchanges(recorded.worker));
      expect(flows.map(({ verdict }) => verdict.sentence)).toEqual([
        sentence[inspected === '' ? 'unread' : 'read'],
      ]);
    });
  }
}
