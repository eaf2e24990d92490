import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** A loopback HTTP server that listens already; its request listener is added by whoever serves. */
export interface Listening {
  readonly server: Server;
  /** Scheme, host and port, no trailing slash. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Listens on a free port, so that the origin is known before anything that needs to name it is made. */
export async function listen(): Promise<Listening> {
  return listenAt('http', createServer());
}

/** Has the server listen on a free port of this machine. */
export async function listenAt(scheme: 'http' | 'https', server: Server): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    server,
    origin: `${scheme}://localhost:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
