import type { Body, Exchange, Header } from '../../engine/http/exchange.ts';

/** An exchange with the given parts; the rest is empty and known. */
export function exchangeWith(parts: Partial<Exchange>): Exchange {
  const known = {
    requestHeaders: true,
    requestBody: true,
    responseHeaders: true,
    responseBody: true,
    fragment: true,
  };
  return {
    ...{ id: '', source: 'planted.har', tab: 1, frame: 0, initiator: 'https://app.test', kind: 'navigation' },
    ...{
      method: 'GET',
      url: 'https://op.test/authorize',
      requestHeaders: [],
      requestBody: undefined,
      status: 200,
    },
    ...{
      responseHeaders: [],
      responseBody: undefined,
      redirectTarget: undefined,
      startedAt: 0,
      respondedAt: 0,
    },
    ...{ endedAt: 0, networkError: undefined, channels: ['file'], known },
    ...parts,
  };
}

/** A body of a media type. */
export function bodyWith(mediaType: string, text: string): Body {
  return { text, mediaType, fidelity: 'exact', cutFrom: undefined };
}

/** Headers from names and values. */
export function headers(rows: Readonly<Record<string, string>>): readonly Header[] {
  return Object.entries(rows).map(([name, value]) => ({ name, value }));
}

/** Media type of a form. */
export const formType = 'application/x-www-form-urlencoded';
/** Media type of JSON. */
export const json = 'application/json';
