import { isProblem } from '../../engine/http/problem.ts';
import { discoveryLimit, fromDiscovery, metadataAddress } from '../../engine/oauth/from-discovery.ts';
import type { Recording } from './recording.ts';

/** Fetches one document without credentials: its text, or one sentence saying why there is none. */
export type FetchDocument = (
  address: string,
  limit: number,
) => Promise<{ readonly text: string } | { readonly reason: string }>;

/** What came of handing over a document, in one sentence. */
export interface DiscoveryResult {
  readonly ok: boolean;
  readonly sentence: string;
}

/** Adds a document that the user pasted to what is analysed; `at`, Unix milliseconds, is when it counts as read. */
export function pasteDiscovery(text: string, at: number, recording: Recording): DiscoveryResult {
  return include(text, { source: 'pasted', at }, recording);
}

/** Fetches the document of an issuer and adds it to what is analysed. */
export async function fetchDiscovery(
  issuer: string,
  at: number,
  recording: Recording,
  fetchDocument: FetchDocument | undefined,
): Promise<DiscoveryResult> {
  const url = metadataAddress(issuer);
  if (url === undefined)
    return { ok: false, sentence: 'Only an https address is fetched, or http on this machine.' };
  if (fetchDocument === undefined) return { ok: false, sentence: 'This page makes no request.' };
  const answer = await fetchDocument(url, discoveryLimit);
  if ('reason' in answer) return { ok: false, sentence: answer.reason };
  return include(answer.text, { source: 'fetched', at, url }, recording);
}

function include(
  text: string,
  origin: Parameters<typeof fromDiscovery>[1],
  recording: Recording,
): DiscoveryResult {
  const exchange = fromDiscovery(text, origin);
  if (isProblem(exchange)) return { ok: false, sentence: exchange.reason };
  recording.include(exchange);
  return { ok: true, sentence: `The document of ${exchange.url} now counts for these flows.` };
}
