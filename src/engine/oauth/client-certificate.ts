// Mutual TLS: RFC 8705. A client certificate is shown below HTTP, so that only its traces can be seen.
import { boundKey } from './jwk-thumbprint.ts';
import { decodeJwt } from './jwt.ts';

const namedForIt = /[/.-]m-?tls[/.:-]/i;

/** True when the endpoint is named for mutual TLS, or the token it issued is bound to a certificate (§3.1). */
export function mayShowCertificate(endpoint: string, accessToken: string | undefined): boolean {
  if (namedForIt.test(endpoint)) return true;
  return boundKey(decodeJwt(accessToken ?? '')?.claims)?.method === 'x5t#S256';
}
