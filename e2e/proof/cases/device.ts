import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { alice, configure, mayFail } from '../log-in.ts';
import { serveTenants } from '../oidc-servers.ts';
import type { ProofCase } from '../proof-case.ts';
import type { Stage } from '../stage.ts';
import type { Person } from '../user-agent.ts';

const usual = { server: 'oidc-provider', client: 'openid-client' } as const;
const grant = 'urn:ietf:params:oauth:grant-type:device_code';

interface Device {
  /** The person opens the page of the code. */
  readonly visit: (person?: Person) => Promise<unknown>;
  readonly poll: (parameters?: Record<string, string>) => Promise<unknown>;
}

/** A device asks for a code; the case does the rest. */
const device =
  (use: (it: Device) => Promise<unknown>, lifetime = 600) =>
  async (stage: Stage): Promise<void> => {
    const { a } = await serveTenants(stage, {}, lifetime);
    const config = await configure(stage, { issuer: a, clientId: 'device', authentication: client.None() });
    const answer = await client.initiateDeviceAuthorization(config, { scope: 'openid' });
    await use({
      visit: async (person = {}) =>
        stage.agent.go(answer.verification_uri_complete ?? answer.verification_uri, { ...alice, ...person }),
      poll: async (parameters = {}) =>
        mayFail(stage, async () =>
          client.genericGrantRequest(config, grant, { device_code: answer.device_code, ...parameters }),
        ),
    });
  };

/** A device that is given no code. */
const asking =
  (clientId: string, authentication = client.None()) =>
  async (stage: Stage): Promise<unknown> => {
    const { a } = await serveTenants(stage);
    const config = await configure(stage, { issuer: a, clientId, authentication });
    return mayFail(stage, async () => client.initiateDeviceAuthorization(config, { scope: 'openid' }));
  };

/** What can go wrong when a device without a keyboard logs in. */
export const deviceCases: readonly ProofCase[] = [
  {
    ...usual,
    cause: undefined,
    truth: 'A device polls once too early, the person allows it, and it gets its tokens.',
    play: device(async ({ poll, visit }) => {
      await poll();
      await visit();
      await poll();
    }),
  },
  {
    ...usual,
    cause: 'device_denied',
    truth: 'The person does not allow the device.',
    play: device(async ({ poll, visit }) => {
      await poll();
      await visit({ answer: 'deny' });
      await poll();
    }),
  },
  {
    ...usual,
    cause: 'device_code_expired',
    truth: 'Nobody opens the page before the device code runs out.',
    play: device(async ({ poll }) => {
      await poll();
      await pause(4200);
      await poll();
    }, 3),
  },
  {
    ...usual,
    cause: 'client_unknown',
    undecidable: true,
    truth: 'The device asks for a code as a client that is not registered.',
    play: asking('nobody'),
  },
  {
    ...usual,
    cause: 'client_secret_wrong',
    truth: 'The device asks for a code with another secret than the client’s.',
    play: asking('web', client.ClientSecretBasic('not-the-secret')),
  },
  {
    ...usual,
    cause: 'request_malformed',
    truth: 'The device polls without its code.',
    play: device(async ({ poll }) => poll({ device_code: '' })),
  },
];
