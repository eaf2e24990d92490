import type { Actor, FlowReport, Step } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { hostOf, urlParts } from '../../engine/http/url.ts';
import type { Lane, LifeBar, SequenceModel, SequenceRow } from '../components/sequence/model.ts';
import { durationWords } from '../components/words.ts';
import type { Recording } from './recording.ts';
import { appOf } from './searchable.ts';

/** Names a step within its flow. */
export function stepKey({ exchange, message }: Step): string {
  return `${exchange}-${message}`.replaceAll(/[^\w-]/g, '_');
}

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

/** The chart of a flow: a lane for each who took part, each authorization server by itself, and a row for each step. */
export function sequenceOf(flow: FlowReport, recording: Recording): SequenceModel {
  const lanes = lanesOf(flow, recording);
  const indexOf = (id: string): number =>
    Math.max(
      0,
      lanes.findIndex((each) => each.id === id),
    );
  const rows = flow.steps.map((step) => ({
    ...rowOf(flow, step, recording),
    from: indexOf(laneId(step, step.from, recording)),
    to: indexOf(laneId(step, step.to, recording)),
  }));
  return { lanes, rows: [...rows, ...unseenRow(flow, indexOf)] };
}

function laneId(step: Step, actor: Actor, recording: Recording): string {
  if (actor === 'authorization_server') return `${actor} ${serverName(step)}`;
  if (actor === 'resource_server') return `${actor} ${hostOf(recording.exchange(step.exchange)?.url ?? '')}`;
  return actor;
}

function serverName({ authority }: Step): string {
  return authority.tenant === undefined ? authority.host : `${authority.host} / ${authority.tenant}`;
}

function lanesOf(flow: FlowReport, recording: Recording): readonly Lane[] {
  const app = appOf(flow, recording).replace(/^https?:\/\//, '');
  const found = new Map<string, Lane>();
  const isOnServer = flow.verdict.outcome === 'handed_to_server';
  if (isOnServer) found.set('server_of_app', lane('server_of_app', 'server_of_app', 'not visible'));
  for (const actor of [
    'server_of_app',
    'app',
    'browser',
    'authorization_server',
    'resource_server',
  ] as const) {
    for (const step of flow.steps) {
      if (step.from !== actor && step.to !== actor) continue;
      const id = laneId(step, actor, recording);
      const host =
        actor === 'authorization_server'
          ? serverName(step)
          : actor === 'resource_server'
            ? id.slice(actor.length + 1)
            : app;
      if (!found.has(id)) found.set(id, lane(id, actor, actor === 'browser' ? tabWords(flow) : host));
    }
  }
  const lanes = [...found.values()];
  const hasApi = flow.steps.some(({ to }) => to === 'resource_server');
  const wantsApi = flow.verdict.outcome === 'failed' && flow.kind !== 'logout' && !hasApi;
  return wantsApi ? [...lanes, { ...lane('api', 'resource_server', 'not reached'), reached: false }] : lanes;
}

function lane(id: string, actor: Actor, host: string): Lane {
  return { id, title: titles[actor], shortTitle: shortTitles[actor], host, reached: true };
}

function tabWords({ tabs }: FlowReport): string {
  return tabs.length === 0 ? '' : tabs.length === 1 ? 'one tab' : `${tabs.length} tabs`;
}

function rowOf(flow: FlowReport, step: Step, recording: Recording): Omit<SequenceRow, 'from' | 'to'> {
  const exchange = recording.exchange(step.exchange);
  const isAnswer = step.message === 'authorization_response';
  return {
    id: stepKey(step),
    label: step.label,
    wire:
      exchange === undefined
        ? ''
        : isAnswer
          ? answerWire(exchange)
          : `${exchange.method} ${pathOf(exchange.url)}`,
    alert: alertOf(flow, step),
    answer:
      isAnswer || (step.message === 'authorization_request' && !step.failed)
        ? undefined
        : answerOf(flow, step, exchange),
    failed: step.failed,
    time: `+${durationWords(Math.max(0, step.at - flow.startedAt))}`,
    note:
      step.foldedHops === 0
        ? undefined
        : `${step.foldedHops} redirect${step.foldedHops === 1 ? '' : 's'} inside the authorization server`,
    life: step.message === 'token_request' && step === firstTokenRequest(flow) ? lifeOf(flow) : undefined,
    seen: true,
  };
}

function firstTokenRequest({ steps }: FlowReport): Step | undefined {
  return steps.find(({ message, label }) => message === 'token_request' && label !== 'Refresh');
}

function pathOf(url: string): string {
  return urlParts(url).path || '/';
}

function answerWire({ status, redirectTarget, url, method }: Exchange): string {
  if (redirectTarget === undefined) return `${method} ${pathOf(url)}`;
  return `${status ?? ''} to ${pathOf(redirectTarget)}`.trim();
}

function answerOf(flow: FlowReport, step: Step, exchange: Exchange | undefined): string | undefined {
  if (exchange?.networkError !== undefined) return exchange.networkError;
  if (step.status === undefined) return exchange?.endedAt === undefined ? undefined : 'no answer';
  const { answer } = flow.verdict;
  return answer?.exchange === step.exchange && answer.error !== undefined
    ? `${step.status} ${answer.error}`
    : String(step.status);
}

/** Names the parameters of a failed step that the best cause proves to differ. */
function alertOf({ verdict }: FlowReport, step: Step): string | undefined {
  const cause = verdict.causes[0];
  if (!step.failed || cause?.proof?.kind !== 'values') return undefined;
  const names = cause.evidence
    .filter(({ exchange, part }) => exchange === step.exchange && !part.startsWith('response'))
    .flatMap(({ name }) => (name === '' ? [] : [name]));
  return names.length === 0 ? undefined : `${[...new Set(names)].join(', ')} ≠`;
}

function lifeOf({ codeLife }: FlowReport): LifeBar | undefined {
  if (codeLife?.age === undefined) return undefined;
  const { age, lifetime } = codeLife;
  return {
    age,
    lifetime,
    words:
      lifetime === undefined
        ? `code age ${durationWords(age)}`
        : `code age ${durationWords(age)} of ${durationWords(lifetime)}`,
  };
}

/** The token call that a server makes where no browser can see it. */
function unseenRow(flow: FlowReport, indexOf: (id: string) => number): readonly SequenceRow[] {
  if (flow.verdict.outcome !== 'handed_to_server') return [];
  const server = flow.steps.find(
    ({ from, to }) => from === 'authorization_server' || to === 'authorization_server',
  );
  return [
    {
      id: 'unseen-token-call',
      from: indexOf('server_of_app'),
      to: server === undefined ? 0 : indexOf(`authorization_server ${serverName(server)}`),
      label: 'Token request between servers: not visible here',
      wire: '',
      alert: undefined,
      answer: undefined,
      failed: false,
      time: '',
      note: undefined,
      life: undefined,
      seen: false,
    },
  ];
}
