import { generateKeyPairSync } from 'node:crypto';
import { PrivateKeyJwt, type CryptoKey } from 'openid-client';
import { login, type Change } from '../change-login.ts';
import type { LoggedIn } from '../log-in.ts';
import type { ProofCase } from '../proof-case.ts';
import { signingKey } from '../signing-key.ts';
import type { Stage } from '../stage.ts';

const usual = { server: 'oidc-provider', client: 'openid-client', cause: undefined } as const;

/** A login of the client that signs, whose authorization request is signed, too. */
const signed =
  (change: Change, objectKey: () => Promise<CryptoKey> = signingKey) =>
  async (stage: Stage): Promise<LoggedIn> => {
    const authentication = PrivateKeyJwt({ key: await signingKey(), kid: 'k' });
    return login({ clientId: 'web-key', authentication, signs: await objectKey(), ...change })(stage);
  };

const otherKey = async (): Promise<CryptoKey> =>
  signingKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

/** Logins whose requests and answers have other forms than parameters in a URL. */
export const messageCases: readonly ProofCase[] = [
  { ...usual, truth: 'A request object that the client signed.', play: signed({}) },
  { ...usual, truth: 'A request object that is pushed.', play: signed({ pushed: true }) },
  {
    ...usual,
    cause: 'request_object_invalid',
    truth: 'A request object that is signed with a key that is not registered.',
    play: signed({}, otherKey),
  },
  { ...usual, truth: 'The answer comes in a form.', play: login({ asks: { response_mode: 'form_post' } }) },
  {
    ...usual,
    truth: 'The answer is a JWT.',
    play: login({ jwtAnswer: true }),
  },
];
