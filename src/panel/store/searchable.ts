import type { FlowReport } from '../../engine/diagnosis/report.ts';
import type { Searchable } from './filter.ts';
import type { Recording } from './recording.ts';

/** The words of a flow that a filter looks at, masked. */
export function searchableOf(flow: FlowReport, recording: Recording): Searchable {
  const { verdict, authority, clientId } = flow;
  return {
    client: clientId === undefined ? [] : [recording.text(clientId)],
    host: [authority.host, authority.providerName, authority.tenant ?? ''],
    error: verdict.answer?.error === undefined ? [] : [verdict.answer.error],
    parameter: flow.exchanges.flatMap((id) => {
      const exchange = recording.exchange(id);
      return exchange === undefined ? [] : [exchange.url, exchange.requestBody?.text ?? ''];
    }),
  };
}

/** The origin of the app: who started the flow, as far as the browser says, else where the answer was to go. */
export function appOf(flow: FlowReport, recording: Recording): string {
  const exchanges = flow.exchanges.flatMap((id) => recording.exchange(id) ?? []);
  const initiator = exchanges
    .map((exchange) => exchange.initiator)
    .find((origin) => origin !== undefined && !origin.endsWith(flow.authority.host));
  const landing = exchanges
    .flatMap(({ url }) => /[?&]redirect_uri=([^&#]+)/.exec(url)?.[1] ?? [])
    .map((raw) => originIn(raw))[0];
  return initiator ?? landing ?? 'App not seen';
}

function originIn(raw: string): string | undefined {
  return /^[\w.+-]+:\/\/[^/?#]+/.exec(raw.replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/'))?.[0];
}
