// Client authentication as one token request shows it: RFC 6749 §2.3, RFC 7523 §2.2.
import type { Evidence } from '../http/evidence.ts';
import { decodeOnce } from '../http/parameters.ts';
import type { Reading } from '../http/reading.ts';
import { decodeBase64Text, decodeJwt } from './jwt.ts';
import type { MessageParameters } from './message-parameters.ts';

/** A way of authenticating, named as in RFC 8414 `token_endpoint_auth_methods_supported`. */
export type ClientAuthenticationMethod =
  'client_secret_basic' | 'client_secret_post' | 'client_secret_jwt' | 'private_key_jwt';

/** What is wrong with a Basic header before any server looks at it. */
export type BasicFault = 'not_base64' | 'no_colon' | 'white_space' | 'empty_secret';

/** How the client authenticated, as far as the request shows. */
export interface ClientAuthentication {
  /** Every method the request uses; more than one is forbidden, none is a public client or mTLS. */
  readonly methods: readonly ClientAuthenticationMethod[];
  readonly clientId: string | undefined;
  readonly basicFault: BasicFault | undefined;
  /** Where each method stands, in the order of `methods`. */
  readonly at: readonly Evidence[];
}

/** Reads all methods a request uses, not only the first. */
export function readClientAuthentication(reading: Reading, params: MessageParameters): ClientAuthentication {
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
  return {
    methods,
    clientId: params.get('client_id') ?? basic?.clientId ?? assertionSubject(assertion?.value),
    basicFault: basic?.fault,
    at,
  };
}

interface Basic {
  readonly clientId: string | undefined;
  readonly fault: BasicFault | undefined;
}

/** Decodes `Basic` credentials; both parts are form-encoded (RFC 6749 §2.3.1). */
function readBasic(header: string | undefined): Basic | undefined {
  const match = /^basic +(.*)$/is.exec(header ?? '');
  if (match?.[1] === undefined) return undefined;
  if (match[1].includes('‹')) return { clientId: undefined, fault: undefined };
  const text = decodeBase64Text(match[1].trim());
  if (text === undefined) return { clientId: undefined, fault: 'not_base64' };
  const colon = text.indexOf(':');
  if (colon < 0) return { clientId: undefined, fault: 'no_colon' };
  const clientId = decodeOnce(text.slice(0, colon)).value;
  const secret = text.slice(colon + 1);
  if (/^\s|\s$/.test(text) || /\s$/.test(text.slice(0, colon))) return { clientId, fault: 'white_space' };
  return { clientId, fault: secret === '' ? 'empty_secret' : undefined };
}

function assertionSubject(assertion: string | undefined): string | undefined {
  const claims = assertion === undefined ? undefined : decodeJwt(assertion)?.claims;
  const subject = claims?.['sub'] ?? claims?.['iss'];
  return typeof subject === 'string' ? subject : undefined;
}
