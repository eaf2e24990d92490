import type { FlowOutline } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { originOf } from '../../engine/http/url.ts';
import { parameterValue } from '../../engine/http/parameters.ts';
import { readingOf } from '../../engine/http/reading.ts';

/** The origin of the app: who started the flow, as far as the browser says, else where the answer was to go. */
export function appOf(flow: FlowOutline, exchanges: readonly Exchange[]): string {
  const initiator = exchanges
    .map((exchange) => exchange.initiator)
    .find((origin) => origin !== undefined && !origin.endsWith(flow.authority.host));
  if (initiator !== undefined) return initiator;
  for (const exchange of exchanges) {
    const landing = parameterValue(readingOf(exchange).query(), 'redirect_uri');
    const origin = landing === undefined ? '' : originOf(landing);
    if (origin !== '') return origin;
  }
  return 'App not seen';
}
