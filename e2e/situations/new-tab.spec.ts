import { endOfLogin, passTenantPages } from '../support/log-in.ts';
import { test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

const ways = {
  'a link with target=_blank': (url: string) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
    document.body.append(link);
    link.click();
  },
  'window.open without opener': (url: string) => void open(url, '_blank', 'noopener'),
} as const;

for (const [way, go] of Object.entries(ways)) {
  test(`login in a new tab by ${way}, DevTools on the first tab`, async ({ stage, recorded, row }) => {
    const first = await recorded.newTab();
    await recorded.inspect(first);
    await first.goto(stage.app);
    const coming = recorded.context.waitForEvent('page');
    const url = `${stage.app}/?fault=redirect-at-token`;
    await first.evaluate(go, url);
    const tab = await coming;
    // Until it has loaded, nothing listens for a click on its button.
    await tab.waitForURL(url);
    await tab.getByRole('button', { name: 'Log in', exact: true }).click();
    await passTenantPages(tab);
    await endOfLogin(tab);
    await row(tokenCall, {
      web_request: allOfRequest,
      devtools_network: [],
      page_hook: withAnswer,
      report: wrongRedirectUri,
    });
  });
}
