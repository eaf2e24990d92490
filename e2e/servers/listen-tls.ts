import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:https';
import { listenAt, type Listening } from './listen.ts';

/** A loopback HTTPS server whose certificate nobody vouches for. */
export interface ListeningTls extends Listening {
  /** What a browser may be told to trust: the digest of its key, as Chromium's command line takes it. */
  readonly keyDigest: string;
}

/** Listens on a free port, with a key and a certificate that are made for it and kept nowhere. */
export async function listenTls(): Promise<ListeningTls> {
  const { keyDigest, ...credentials } = selfSigned();
  return { ...(await listenAt('https', createServer(credentials))), keyDigest };
}

/** A certificate for localhost, signed with its own key: X.509 version 1 (RFC 5280 §4.1), good for a day. */
function selfSigned(): { readonly key: string; readonly cert: string; readonly keyDigest: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // ecdsa-with-SHA256 (RFC 5758 §3.2) and commonName (RFC 5280 appendix A.1).
  const algorithm = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const commonName = sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('localhost')));
  const name = sequence(der(0x31, commonName));
  const day = 86_400_000;
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const facts = sequence(
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + day)),
    name,
    spki,
  );
  const signature = der(0x03, Buffer.concat([Buffer.of(0), sign('sha256', facts, privateKey)]));
  const certificate = sequence(facts, algorithm, signature).toString('base64');
  return {
    keyDigest: createHash('sha256').update(spki).digest('base64'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}

/** A value with its tag and length (X.690 §8.1, DER). */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), value]);
}

function sequence(...values: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(values));
}

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/\D/gu, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}
