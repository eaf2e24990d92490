import { expect, test } from 'vitest';
import type { ClientRegistration } from '../../engine/diagnosis/client-registration.ts';
import { createRegistrations, type Registrations } from './registrations.ts';

const client = {
  clientId: 'shop',
  authority: 'op.test',
  method: 'none',
  grantTypes: undefined,
  tenant: undefined,
};
const good: ClientRegistration = { ...client, redirectUris: ['https://app.test/cb'] };
const secret: ClientRegistration = {
  ...client,
  redirectUris: ['https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA-9f8e7d6c5b4a'],
};

interface Opened {
  readonly registrations: Registrations;
  /** What was written to disk, as JSON. */
  readonly stored: readonly string[];
  readonly judgedWith: (readonly ClientRegistration[])[];
}

function open(onDisk: unknown): Opened {
  const stored: string[] = [];
  const judgedWith: (readonly ClientRegistration[])[] = [];
  const registrations = createRegistrations(
    {
      read: () => Promise.resolve(onDisk),
      write: (all) => Promise.resolve(void stored.push(JSON.stringify(all))),
    },
    (all) => judgedWith.push(all),
  );
  return { registrations, stored, judgedWith };
}

test('only what is to be remembered goes to disk, and no secret', () => {
  const { registrations, stored, judgedWith } = open(undefined);
  const { say, forget, remembered } = registrations;
  expect(say(good, false)).toBeUndefined();
  expect(judgedWith.at(-1)).toEqual([good]);
  expect(say(secret, true)).toContain('looks like a secret');
  expect(stored).toEqual([]);
  expect(say(good, true)).toBeUndefined();
  expect(remembered.value).toEqual([good]);
  forget(good);
  expect(stored).toEqual([JSON.stringify([good]), '[]']);
  expect(judgedWith.at(-1)).toEqual([]);
});

test('what was remembered counts from the start; what is not of its shape is left out', async () => {
  const { registrations } = open([good, secret, { clientId: 'x' }, 'y']);
  await Promise.resolve();
  await Promise.resolve();
  expect(registrations.all.value).toEqual([good]);
});
