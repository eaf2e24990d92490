/** A text area in memory, as `storage.session` is: applied in order, answered late, and refusing on demand. */
export interface MemoryArea {
  readonly stored: Map<string, string>;
  refuse(refuse: boolean): void;
  set(items: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  all(): Promise<ReadonlyMap<string, string>>;
}

/** Makes one, empty or over what another stored. */
export function createMemoryArea(stored = new Map<string, string>()): MemoryArea {
  let refuses = false;
  return {
    stored,
    refuse: (refuse) => void (refuses = refuse),
    set: async (items) => {
      if (refuses) throw new Error('Session storage quota bytes exceeded.');
      for (const [key, text] of Object.entries(items)) stored.set(key, text);
      await Promise.resolve();
    },
    remove: async (keys) => {
      for (const key of keys) stored.delete(key);
      await Promise.resolve();
    },
    all: async () => new Map(stored),
  };
}
