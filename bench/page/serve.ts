import { listen, type Listening } from '../../e2e/servers/listen.ts';

const paths = [
  '/v2/projects/18273645/issues?state=open&sort=updated&page=',
  '/collect?sid=8f7e&ev=click&page=%2Fdashboard%2Fhome&n=',
  '/api/suggest?q=how+to+fix+a+failing+build&lang=en-GB&n=',
  '/data/2026/11/regions/europe/netherlands.json?n=',
  '/socket/poll?transport=polling&t=PdQx9aF&n=',
];

/** Six at a time, as the browser allows for one host; resolves with the milliseconds that it took. */
const script = `
  const paths = ${JSON.stringify(paths)};
  globalThis.fetchAll = async (count) => {
    const began = performance.now();
    let next = 0;
    async function lane() {
      while (next < count) {
        const path = paths[next % paths.length] + next;
        next += 1;
        await (await fetch(path)).text();
      }
    }
    await Promise.all(Array.from({ length: 6 }, lane));
    return performance.now() - began;
  };`;

/** Serves, on loopback, a page that fetches what has nothing to do with a login. */
export async function servePage(): Promise<Listening> {
  const listening = await listen();
  listening.server.on('request', ({ url }, response) => {
    response.setHeader('content-type', url === '/' ? 'text/html' : 'application/json');
    response.end(
      url === '/'
        ? `<!doctype html><title>bench</title><script>${script}</script>`
        : '{"items":[1,2,3],"next":null}',
    );
  });
  return listening;
}
