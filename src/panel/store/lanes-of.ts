import type { Actor, FlowReport, Step } from '../../engine/diagnosis/report.ts';
import { hostOf } from '../../engine/http/url.ts';
import type { Lane } from '../components/sequence/model.ts';
import type { Recording } from './recording.ts';

/** Who takes part in a flow, from left to right. */
export interface Lanes {
  readonly list: readonly Lane[];
  /** The lane of one end of a step. */
  indexOf(step: Step, actor: Actor): number;
}

const order = ['server_of_app', 'app', 'browser', 'authorization_server', 'resource_server'] as const;

const titles: Readonly<Record<Actor, string>> = {
  server_of_app: 'Server of the app',
  app: 'App',
  browser: 'Browser',
  authorization_server: 'Authorization server',
  resource_server: 'API',
};

const shortTitles: typeof titles = {
  ...titles,
  server_of_app: 'App server',
  authorization_server: 'Auth. server',
};

/** A lane for the app, the browser, each authorization server by itself and each API. */
export function lanesOf(flow: FlowReport, recording: Recording): Lanes {
  const app = recording.appOf(flow).replace(/^(?:https?:\/\/|App (?=not seen))/, '');
  const isOnServer =
    (flow.verdict.outcome === 'handed_to_server' && !isInApp(flow)) ||
    flow.steps.some(({ from }) => from === 'server_of_app');
  // What a server redeems was delivered to that server as well.
  const real = (actor: Actor): Actor => (actor === 'app' && isOnServer ? 'server_of_app' : actor);

  function hostOfActor(step: Step, actor: Actor): string {
    if (actor === 'browser') return tabWords(flow);
    if (actor === 'authorization_server') return recording.text(serverName(step));
    if (actor === 'resource_server') return hostOf(recording.exchange(step.exchange)?.url ?? '');
    return app;
  }

  const idOf = (step: Step, actor: Actor): string => `${actor} ${hostOfActor(step, actor)}`;
  const found = new Map<string, Lane>();
  for (const actor of order) {
    for (const step of flow.steps) {
      if (real(step.from) !== actor && real(step.to) !== actor) continue;
      found.set(idOf(step, actor), laneOf(actor, hostOfActor(step, actor)));
    }
  }
  const ids = [...found.keys()];
  return {
    list: [...found.values(), ...unreachedApi(flow)],
    indexOf: (step, actor) => Math.max(0, ids.indexOf(idOf(step, real(actor)))),
  };
}

/** The code went to an app outside the browser, which is no server. */
export function isInApp({ unseen }: FlowReport): boolean {
  return unseen.some(({ id }) => id === 'token_call_in_app');
}

/** An API is what most logins are for, so a failed one says that it was not reached. */
function unreachedApi(flow: FlowReport): readonly Lane[] {
  const isReached = flow.steps.some(({ to }) => to === 'resource_server');
  if (flow.verdict.outcome !== 'failed' || flow.kind === 'logout' || isReached) return [];
  return [{ ...laneOf('resource_server', 'not reached'), reached: false }];
}

function laneOf(actor: Actor, host: string): Lane {
  return { title: titles[actor], shortTitle: shortTitles[actor], host, reached: true };
}

function serverName({ authority: { host, tenant } }: Step): string {
  return tenant === undefined || tenant === host ? host : `${host} / ${tenant}`;
}

function tabWords({ tabs }: FlowReport): string {
  return tabs.length === 0 ? '' : tabs.length === 1 ? 'one tab' : `${tabs.length} tabs`;
}
