import type { KeyObject } from 'node:crypto';
import type { CryptoKey } from 'openid-client';
import { clientKey } from './oidc-servers.ts';

/** A private key as the library signs with it: that of the client which registered one, unless another is given. */
export async function signingKey(key: KeyObject = clientKey.privateKey): Promise<CryptoKey> {
  const der = key.export({ format: 'der', type: 'pkcs8' });
  return crypto.subtle.importKey('pkcs8', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
}
