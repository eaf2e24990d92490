import { expect, test } from './firefox/fixtures.ts';
import { storedExchanges } from './firefox/log.ts';
import { beginAnew } from './firefox/panel.ts';
import { listen } from './servers/listen.ts';

test.describe.configure({ mode: 'default' });

/** After these a browser repeats the request; after the others it asks with GET (https://fetch.spec.whatwg.org/#http-redirect-fetch, step 12). */
const repeating: Readonly<Record<string, readonly number[]>> = {
  POST: [307, 308],
  PUT: [301, 302, 307, 308],
};

const form = 'grant_type=authorization_code&code=c&client_id=c';

for (const method of ['POST', 'PUT']) {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`${method} answered by ${status}: the log has each hop once, with the method and body that the server got`, async ({
      firefox,
    }) => {
      const at = await listen();
      const got: string[] = [];
      at.server.on('request', (request, response) => {
        const [path = ''] = (request.url ?? '').split('?');
        let body = '';
        request.on('data', (piece: Buffer) => (body += piece.toString()));
        request.on('end', () => {
          if (path.endsWith('/token')) got.push(`${request.method} ${path} ${body}`);
          if (path === '/token') response.writeHead(status, { location: `/moved/token?${form}` }).end();
          else if (path === '/moved/token')
            response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
          else response.setHeader('content-type', 'text/html').end('<title>Asks</title>');
        });
      });
      await beginAnew(firefox);
      await firefox.tab.goto(at.origin);
      await firefox.tab.run(
        `return (await fetch('/token', { method: '${method}', body: new URLSearchParams('${form}') })).status;`,
      );
      const again = repeating[method]?.includes(status) === true;
      expect(got).toEqual([
        `${method} /token ${form}`,
        again ? `${method} /moved/token ${form}` : 'GET /moved/token ',
      ]);
      const logged = async (): Promise<readonly string[]> =>
        (await storedExchanges(firefox.toolbox)).flatMap((each) => {
          const { pathname } = new URL(each.url);
          const hop = `${each.method} ${pathname} ${each.requestBody?.text ?? ''}`;
          return each.url.startsWith(at.origin) && pathname.endsWith('/token')
            ? [`${hop} → ${each.status}`]
            : [];
        });
      await expect.poll(logged).toEqual([`${got[0]} → ${status}`, `${got[1]} → 400`]);
      await at.stop();
    });
  }
}
