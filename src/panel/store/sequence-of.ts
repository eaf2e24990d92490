import { isTimed } from '../../engine/http/clock-time.ts';
import type { FlowReport, Step } from '../../engine/diagnosis/report.ts';
import { isRefresh } from '../../engine/flow/refresh-label.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { hostOf, urlParts } from '../../engine/http/url.ts';
import { visible } from '../../engine/http/visible.ts';
import type { LifeBar, SequenceModel, SequenceRow } from '../components/sequence/model.ts';
import { durationWords, offsetWords } from '../../engine/http/duration-words.ts';
import { countWords } from '../components/words.ts';
import { isInApp, lanesOf, type Lanes } from './lanes-of.ts';
import type { Recording } from './recording.ts';
import { postOf } from './step-places.ts';

/** Names a step within its flow, for use as an id in a document. */
export function stepKey({ exchange, message }: Step): string {
  return `${exchange}-${message}`.replaceAll(/[^\w-]/g, '_');
}

/** The chart of a flow: who takes part, and a row for each step; on demand one for each redirect inside a server. */
export function sequenceOf(flow: FlowReport, recording: Recording, unfolded: boolean = false): SequenceModel {
  const lanes = lanesOf(flow, recording);
  const rows = flow.steps.flatMap((step) => {
    const row = rowOf(flow, step, recording, lanes);
    if (!unfolded || step.foldedHops === 0) return [row];
    return [{ ...row, note: undefined }, ...hopRows(flow, step, recording, lanes)];
  });
  return { lanes: lanes.list, rows: [...rows, ...unseenRow(flow, lanes)] };
}

function rowOf(flow: FlowReport, step: Step, recording: Recording, lanes: Lanes): SequenceRow {
  const exchange = recording.exchange(step.exchange);
  const isDelivery = step.message === 'authorization_response';
  const isAnsweredLater = step.message === 'authorization_request' && !step.failed;
  return {
    id: stepKey(step),
    from: lanes.indexOf(step, step.from),
    to: lanes.indexOf(step, step.to),
    label: step.label,
    wire:
      exchange === undefined
        ? ''
        : visible(withShortMasks(wireOf(exchange, isDelivery, postOf(step, flow, recording)))),
    alert: alertOf(flow, step),
    answer: isDelivery || isAnsweredLater ? undefined : answerOf(flow, step, recording),
    failed: step.failed,
    at: drawnAt(step.at),
    time: offsetWords(flow.startedAt, step.at),
    note: noteOf(step),
    life: step === firstTokenRequest(flow) ? lifeOf(flow) : undefined,
    kind: 'step',
  };
}

/** Where no times were recorded there are no waits to draw. */
function drawnAt(instant: number): number {
  return isTimed(instant) ? instant : 0;
}

function noteOf({ foldedHops, attempts }: Step): string | undefined {
  if (attempts > 1) return countWords(attempts, 'request');
  return foldedHops === 0 ? undefined : `${countWords(foldedHops, 'redirect')} there`;
}

/** The requests between a step and the next that stay on the server's own host. */
function hopRows(flow: FlowReport, step: Step, recording: Recording, lanes: Lanes): readonly SequenceRow[] {
  const ids = new Set(flow.steps.map(({ exchange }) => exchange));
  const hops = flow.exchanges.flatMap((id) => (ids.has(id) ? [] : (recording.exchange(id) ?? [])));
  return hops
    .filter(({ url }) => hostOf(url) === step.authority.host)
    .slice(0, step.foldedHops)
    .map((hop, index) => ({
      id: `${stepKey(step)}-hop-${index}`,
      from: lanes.indexOf(step, 'browser'),
      to: lanes.indexOf(step, 'authorization_server'),
      label: visible(`${hop.method} ${withShortMasks(pathOf(hop.url))}`),
      wire: visible(hop.networkError ?? String(hop.status ?? '')),
      alert: undefined,
      answer: undefined,
      failed: false,
      at: drawnAt(hop.startedAt),
      time: offsetWords(flow.startedAt, hop.startedAt),
      note: undefined,
      life: undefined,
      kind: 'hop',
    }));
}

function firstTokenRequest({ steps }: FlowReport): Step | undefined {
  return steps.find((step) => step.message === 'token_request' && !isRefresh(step));
}

function wireOf(
  { method, url, status, redirectTarget }: Exchange,
  isDelivery: boolean,
  post: Exchange | undefined,
): string {
  if (post !== undefined) return `form to ${pathOf(post.url)}`;
  if (!isDelivery || redirectTarget === undefined) return `${method} ${pathOf(url)}`;
  return `${status ?? ''} to ${pathOf(redirectTarget)}`.trim();
}

/** A chart has room for the name of a masked value only. */
function withShortMasks(text: string): string {
  return text.replaceAll(/‹([a-z0-9_]+)·([0-9a-f]+)[^›]*›/g, '‹$1·$2›');
}

function pathOf(url: string): string {
  return urlParts(url).path || '/';
}

function answerOf(flow: FlowReport, step: Step, recording: Recording): string | undefined {
  const exchange = recording.exchange(step.exchange);
  if (exchange?.networkError !== undefined) return visible(exchange.networkError);
  if (step.status === undefined) return exchange?.endedAt === undefined ? undefined : 'no answer';
  const { answer } = flow.verdict;
  return answer?.exchange === step.exchange && answer.error !== undefined
    ? `${step.status} ${recording.text(answer.error)}`
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

/** A verdict about the age knows better than the usual lifetime of a provider. */
function lifeOf({ codeLife, verdict }: FlowReport): LifeBar | undefined {
  if (codeLife?.age === undefined) return undefined;
  const { age } = codeLife;
  const proof = verdict.causes[0]?.proof;
  const lifetime = proof?.kind === 'age' ? proof.lifetime : codeLife.lifetime;
  const words = `code age ${durationWords(age)}`;
  const against = lifetime === undefined ? ', lifetime not known' : ` of ${durationWords(lifetime)}`;
  return { age, lifetime, words: words + against };
}

/** The token call that a server or another app makes where no browser can see it. */
function unseenRow(flow: FlowReport, lanes: Lanes): readonly SequenceRow[] {
  const { verdict, steps } = flow;
  const step = steps.find(({ from }) => from === 'authorization_server');
  if (verdict.outcome !== 'handed_to_server' || step === undefined) return [];
  return [
    {
      id: 'unseen-token-call',
      from: lanes.indexOf(step, 'app'),
      to: lanes.indexOf(step, 'authorization_server'),
      label: 'Token request',
      wire: '',
      alert: undefined,
      answer: undefined,
      failed: false,
      at: undefined,
      time: '',
      note: isInApp(flow)
        ? 'outside the browser, not visible here'
        : 'from server to server, not visible here',
      life: undefined,
      kind: 'unseen',
    },
  ];
}
