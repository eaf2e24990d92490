import type { Exchange } from '../../src/engine/http/exchange.ts';
import { recordsIn } from '../support/log.ts';
import type { Toolbox } from './toolbox.ts';

/** The exchanges that the event page has stored, oldest first: the log itself, whatever the panel makes of it. */
export async function storedExchanges({ inPanel }: Toolbox): Promise<readonly Exchange[]> {
  const items = await inPanel(`const api = window.wrappedJSObject?.browser ?? browser;
    return api.storage.session.get(null).then((it) => JSON.stringify(it));`);
  const told: unknown = JSON.parse(String(items));
  return recordsIn(Object.fromEntries(Object.entries(told ?? {}))).map(({ exchange }) => exchange);
}
