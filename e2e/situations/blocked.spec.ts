import { logIn } from '../support/log-in.ts';
import { expect, test, tokenCall } from './fixtures.ts';

test('a token call that the page’s own Content Security Policy stops', async ({ stage, recorded, row }) => {
  await logIn(await recorded.newTab(), stage.app, 'policy-of-the-page');
  const [call] = await row(tokenCall, {
    web_request: [],
    devtools_network: [],
    page_hook: ['request', 'body'],
    report: ['failed: network_failure'],
  });
  expect(call?.networkError).toBe('net::ERR_BLOCKED_BY_CSP');
});

test('a token call that the page’s own Content Security Policy stops, DevTools on the tab', async ({
  stage,
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  await recorded.inspect(tab);
  await logIn(tab, stage.app, 'policy-of-the-page');
  const [call] = await row(tokenCall, {
    web_request: [],
    devtools_network: [],
    page_hook: ['request', 'body'],
    report: ['failed: network_failure'],
  });
  expect(call?.networkError).toBe('net::ERR_BLOCKED_BY_CSP');
});
