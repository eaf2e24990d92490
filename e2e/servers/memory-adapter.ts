import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/**
 * Storage of one tenant. The library's own memory adapter is shared by every provider of a process, so that one
 * tenant would redeem the codes of the other.
 */
export function createMemoryAdapter(): AdapterFactory {
  const stored = new Map<string, AdapterPayload>();

  function find(model: string, is: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, payload] of stored) if (key.startsWith(`${model}:`) && is(payload)) return payload;
    return undefined;
  }

  return (model): Adapter => ({
    upsert: async (id, payload) => void stored.set(`${model}:${id}`, payload),
    find: async (id) => stored.get(`${model}:${id}`),
    findByUid: async (uid) => find(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => find(model, (payload) => payload.userCode === userCode),
    destroy: async (id) => void stored.delete(`${model}:${id}`),
    consume: async (id) => {
      const payload = stored.get(`${model}:${id}`);
      if (payload !== undefined) {
        stored.set(`${model}:${id}`, { ...payload, consumed: Math.floor(Date.now() / 1000) });
      }
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of stored) if (payload.grantId === grantId) stored.delete(key);
    },
  });
}
