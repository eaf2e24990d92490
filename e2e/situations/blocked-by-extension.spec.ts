import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn } from '../support/log-in.ts';
import { expect, test as base, tokenCall } from './fixtures.ts';

/** Beside ours there is an extension that blocks the token endpoint, as one against trackers may. */
const test = base.extend({
  beside: async ({ stage }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'grantscope-blocker-'));
    const rules = [
      {
        id: 1,
        action: { type: 'block' },
        condition: { urlFilter: `|${stage.tenantA}/token`, resourceTypes: ['xmlhttprequest'] },
      },
    ];
    const manifest = {
      ...{ manifest_version: 3, name: 'Blocker', version: '1', permissions: ['declarativeNetRequest'] },
      declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
    await use({ others: [folder] });
    rmSync(folder, { recursive: true });
  },
});

for (const inspected of ['', ', DevTools on the tab'] as const) {
  test(`a token call that another extension blocks${inspected}`, async ({ stage, recorded, row }) => {
    const tab = await recorded.newTab();
    if (inspected !== '') await recorded.inspect(tab);
    await logIn(tab, stage.app);
    const [call] = await row(tokenCall, {
      web_request: ['request', 'body'],
      devtools_network: inspected === '' ? [] : ['request', 'body'],
      page_hook: [],
      report: ['failed: network_failure'],
    });
    expect(call?.networkError).toBe('net::ERR_BLOCKED_BY_CLIENT');
  });
}
