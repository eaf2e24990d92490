import { expect, test } from 'vitest';
import { fromTraceText } from '../testing/trace-text.ts';
import { createUnseenSites } from './unseen-sites.ts';

const login = fromTraceText(`
  GET https://op.test/authorize?client_id=c&redirect_uri=http://localhost:3000/cb -> 302 http://localhost:3000/cb?code=k&iss=https://issuer.op.test
  GET http://localhost:3000/cb?code=k&iss=https://issuer.op.test -> 200 <p>
`);

test.each<readonly [readonly string[], readonly string[]]>([
  [[], ['https://op.test', 'http://localhost:3000', 'https://issuer.op.test']],
  [['http://localhost/*'], ['https://op.test', 'https://issuer.op.test']],
  [['http://localhost:3000/*', '*://*.op.test/*'], []],
  [
    ['http://localhost:4000/*', 'https://op.test/*'],
    ['http://localhost:3000', 'https://issuer.op.test'],
  ],
  [['http://*/*'], ['https://op.test', 'https://issuer.op.test']],
  [
    ['https://op.test.evil/*', '*://localhost:*/*'],
    ['https://op.test', 'https://issuer.op.test'],
  ],
])('with access to %j only, %j is not seen', (sites, unseen) => {
  const unseenSites = createUnseenSites();
  unseenSites.reset({ allSites: false, sites }, []);
  expect(login.map(unseenSites.note).includes(true)).toBe(unseen.length > 0);
  expect(unseenSites.names()).toEqual(unseen);
  unseenSites.reset({ allSites: true }, login);
  expect(unseenSites.names()).toEqual([]);
});
