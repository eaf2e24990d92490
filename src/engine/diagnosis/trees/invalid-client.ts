// Causes behind invalid_client at the token endpoint (RFC 6749 §5.2): servers authenticate the client before they look at the code.
import { stringsMember } from '../../http/json.ts';
import type { CauseId } from '../../oauth/causes.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import type { Materials } from '../materials.ts';
import { weigh, type Suspicion } from '../suspicion.ts';

/** What the request itself shows, then what remains by experience. */
export function invalidClientSuspicions(request: TokenRequest, materials: Materials): readonly Suspicion[] {
  return [...visibleFaults(request, materials), ...residual(request, materials)];
}

function visibleFaults(request: TokenRequest, { surroundings }: Materials): readonly Suspicion[] {
  const { authentication, exchange } = request;
  const { methods, at, basicFault } = authentication;
  const found: Suspicion[] = [];
  const add = (cause: CauseId, weight: number, sentence?: string): void => {
    found.push({
      cause,
      weight,
      evidence: at.length > 0 ? at : [requestOf(request)],
      ...(sentence === undefined ? {} : { sentence }),
    });
  };
  if (methods.length > 1) add('client_auth_multiple', 0.95);
  if (basicFault !== undefined) add('client_auth_malformed', 0.95, basicWords[basicFault]);
  const isCaptured = exchange.known.requestHeaders && exchange.known.requestBody;
  if (methods.length === 0 && isCaptured) add('client_secret_missing', 0.8);
  if (exchange.requestBody?.mediaType === 'application/json') add('content_type_wrong', 0.8);
  const offered = stringsMember(
    surroundings.metadataAt(request.endpoint)?.document,
    'token_endpoint_auth_methods_supported',
  );
  const [method] = methods;
  if (method !== undefined && offered !== undefined && !offered.includes(method)) {
    add(
      'client_auth_method_wrong',
      0.85,
      `The client authenticates with ${method}, which the server’s discovery document does not offer.`,
    );
  }
  return found;
}

const basicWords = {
  not_base64: 'The Authorization header is not valid base64.',
  no_colon: 'The Authorization header has no colon between client_id and client_secret.',
  white_space: 'White space or a line break got into the Authorization header.',
  empty_secret: 'The Authorization header has an empty client_secret.',
} as const;

/** Priors among which one is true, less what the flow refutes. */
function residual(request: TokenRequest, materials: Materials): readonly Suspicion[] {
  const { methods } = request.authentication;
  const evidence = [requestOf(request)];
  const sendsSecret = methods.some(
    (method) => method === 'client_secret_basic' || method === 'client_secret_post',
  );
  // The server let this client in at the front door, so it knows it.
  const isKnown =
    materials.authorizationResponse?.params.get('code') !== undefined && isSameClient(request, materials);
  const offered = stringsMember(
    materials.surroundings.metadataAt(request.endpoint)?.document,
    'token_endpoint_auth_methods_supported',
  );
  const isOffered = methods[0] !== undefined && offered?.includes(methods[0]) === true;
  return weigh([
    {
      cause: 'client_secret_wrong',
      weight: sendsSecret ? 0.4 : 0.04,
      evidence,
      ...(isKnown
        ? {
            sentence:
              'The client secret is wrong; the client_id is right, for the server let the login start with it.',
          }
        : {}),
    },
    { cause: 'client_unknown', weight: isKnown ? 0.025 : 0.25, evidence },
    { cause: 'client_auth_method_wrong', weight: isOffered ? 0.1 : 0.2, evidence },
    { cause: 'client_secret_expired', weight: sendsSecret ? 0.1 : 0.01, evidence },
  ]);
}

function isSameClient({ authentication }: TokenRequest, { authorizationRequest }: Materials): boolean {
  return authorizationRequest?.params.get('client_id') === authentication.clientId;
}

function requestOf({ exchange }: TokenRequest): Suspicion['evidence'][number] {
  return { exchange: exchange.id, part: 'request', name: '' };
}
