import type { FlowReport, Step } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import type { FactGroup } from './facts.ts';
import type { Recording } from './recording.ts';

/** The exchanges of a step: an authorization response may be delivered by a request of its own, the form posted to the app. */
export function placesOf(step: Step, { steps, exchanges }: FlowReport): readonly string[] {
  if (step.message !== 'authorization_response') return [step.exchange];
  const start = exchanges.indexOf(step.exchange);
  const next = steps[steps.indexOf(step) + 1];
  return exchanges.slice(start, next && Math.max(start + 1, exchanges.indexOf(next.exchange)));
}

/** The form that the browser posts to the app to deliver a step (OAuth 2.0 Form Post Response Mode §2); undefined where it does not. */
export function postOf(step: Step, flow: FlowReport, recording: Recording): Exchange | undefined {
  return placesOf(step, flow)
    .slice(1)
    .flatMap((id) => recording.exchange(id) ?? [])
    .find(({ method }) => method === 'POST');
}

/** What a step consists of, the form that delivers it first. */
export function factsOfStep(step: Step, flow: FlowReport, recording: Recording): readonly FactGroup[] {
  const posted = recording.facts(postOf(step, flow, recording)?.id ?? '');
  return [
    ...posted.filter(({ headers, side }) => side === 'request' && !headers),
    ...recording.facts(step.exchange),
  ];
}
