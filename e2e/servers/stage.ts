import { serveApp } from './app-server.ts';
import { clientsOf, shortCodeLifetime } from './clients.ts';
import { listen, type Listening } from './listen.ts';
import { serveTenant, type TokenAnswer } from './tenant.ts';

/** Everything a login needs, on loopback and on free ports. */
export interface Stage {
  /** Origin of the single-page app. */
  readonly app: string;
  /** Issuers; both know the same clients. */
  readonly tenantA: string;
  readonly tenantB: string;
  /** Where a server-side app may be put; nothing answers there until someone does. */
  readonly webApp: Listening;
  /** How token requests at either tenant ended, in order. */
  readonly tokenAnswers: readonly TokenAnswer[];
  stop(): Promise<void>;
}

/** Starts two tenants of a real authorization server and the single-page app. */
export async function startStage(): Promise<Stage> {
  const [app, webApp, a, b] = await Promise.all([listen(), listen(), listen(), listen()]);
  const tokenAnswers: TokenAnswer[] = [];
  const keep = (answer: TokenAnswer): void => void tokenAnswers.push(answer);
  const clients = clientsOf(app.origin, webApp.origin);
  serveTenant(a, 'a', clients, keep);
  serveTenant(b, 'b', clients, keep);
  serveApp(app, { tenantA: a.origin, tenantB: b.origin, shortCodeLifetime });
  return {
    app: app.origin,
    tenantA: a.origin,
    tenantB: b.origin,
    webApp,
    tokenAnswers,
    stop: async () => void (await Promise.all([app, webApp, a, b].map((each) => each.stop()))),
  };
}
