import browser from 'webextension-polyfill';

/** `storage.session`: memory of the browser that outlives the worker and never touches the disk. */
export const sessionArea = {
  set: (items: Readonly<Record<string, string>>): Promise<void> => browser.storage.session.set(items),
  remove: (keys: readonly string[]): Promise<void> => browser.storage.session.remove([...keys]),
  all: async (): Promise<ReadonlyMap<string, string>> => {
    const items: Readonly<Record<string, unknown>> = await browser.storage.session.get(null);
    return new Map(
      Object.entries(items).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    );
  },
};
