// Client authentication as one token request shows it: RFC 6749 §2.3, RFC 7523 §2.2.
import type { Evidence } from '../http/evidence.ts';
import type { Reading } from '../http/reading.ts';
import { readBasic, type BasicFault } from './basic-credentials.ts';
import { mayShowCertificate } from './client-certificate.ts';
import { decodeJwt } from './jwt.ts';
import type { MessageParameters } from './message-parameters.ts';

/** A way of authenticating, named as in RFC 8414 `token_endpoint_auth_methods_supported`. */
export type ClientAuthenticationMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'attest_jwt_client_auth';

/** How the client authenticated, as far as the request shows. */
export interface ClientAuthentication {
  /** Every method the request uses; more than one is forbidden, none is a public client or mTLS. */
  readonly methods: readonly ClientAuthenticationMethod[];
  readonly clientId: string | undefined;
  /** To be compared, never shown. */
  readonly secret: string | undefined;
  readonly basicFault: BasicFault | undefined;
  /** A certificate may have been shown below HTTP, where nobody can read it. */
  readonly mayShowCertificate: boolean;
  /** Where each method stands, in the order of `methods`. */
  readonly at: readonly Evidence[];
}

const attestation = 'oauth-client-attestation';

/** Reads all methods a request uses, not only the first; `accessToken` is what it was answered with. */
export function readClientAuthentication(
  reading: Reading,
  params: MessageParameters,
  accessToken?: string,
): ClientAuthentication {
  const methods: ClientAuthenticationMethod[] = [];
  const at: Evidence[] = [];
  const authorization = reading.requestHeader('authorization');
  const basic = readBasic(authorization);
  if (basic !== undefined) {
    methods.push('client_secret_basic');
    at.push({ exchange: reading.exchange.id, part: 'request_header', name: 'authorization' });
  }
  const secret = params.find('client_secret');
  if (secret !== undefined) {
    methods.push('client_secret_post');
    at.push(secret.at);
  }
  const assertion = params.find('client_assertion');
  if (assertion !== undefined) {
    const algorithm = decodeJwt(assertion.value)?.header['alg'];
    const symmetric = typeof algorithm === 'string' && algorithm.startsWith('HS');
    methods.push(symmetric ? 'client_secret_jwt' : 'private_key_jwt');
    at.push(assertion.at);
  }
  // An attestation may also stand beside another method (draft-ietf-oauth-attestation-based-client-auth).
  if (methods.length === 0 && reading.requestHeader(attestation) !== undefined) {
    methods.push('attest_jwt_client_auth');
    at.push({ exchange: reading.exchange.id, part: 'request_header', name: attestation });
  }
  return {
    methods,
    clientId: params.get('client_id') ?? basic?.clientId ?? assertionSubject(assertion?.value),
    secret: basic?.secret ?? secret?.value,
    basicFault: basic?.fault,
    mayShowCertificate: mayShowCertificate(reading.exchange.url, accessToken),
    at,
  };
}

function assertionSubject(assertion: string | undefined): string | undefined {
  const claims = assertion === undefined ? undefined : decodeJwt(assertion)?.claims;
  const subject = claims?.['sub'] ?? claims?.['iss'];
  return typeof subject === 'string' ? subject : undefined;
}
