import type { TokenRequest } from '../oauth/message.ts';
import type { Proof } from './report.ts';
import { at } from './rule.ts';

/** True when two requests of one recording were under way at the same time: a page may go on once the status is there. */
export function overlaps({ exchange: one }: TokenRequest, { exchange: other }: TokenRequest): boolean {
  const end = (exchange: typeof one): number =>
    exchange.respondedAt ?? exchange.endedAt ?? exchange.startedAt;
  return one.source === other.source && one.startedAt < end(other) && other.startedAt < end(one);
}

/** One value sent more than once, in order of time, each with what became of it. */
export function attemptsProof(requests: readonly TokenRequest[], name: string): Proof {
  return {
    kind: 'attempts',
    rows: requests.map((request, index) => ({
      label: `attempt ${index + 1}`,
      at: at(request, name),
      result: resultOf(request),
    })),
  };
}

function resultOf({ answer, exchange, error }: TokenRequest): string {
  if (answer === 'no_answer') return 'no answer';
  const status = exchange.status === undefined ? '' : String(exchange.status);
  return [status, answer === 'success' ? 'tokens issued' : (error?.code ?? '')]
    .filter((word) => word !== '')
    .join(' ');
}
