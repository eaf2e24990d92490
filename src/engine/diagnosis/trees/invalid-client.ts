// Causes behind invalid_client where clients authenticate (RFC 6749 §5.2): servers authenticate the client before they look at the code.
import { stringsMember } from '../../http/json.ts';
import type { ClientCall } from '../client-call.ts';
import { credentialsAt, isKnownClient, sendsSecret } from '../client-refusal.ts';
import type { Materials } from '../materials.ts';
import { weigh, type Suspicion } from '../suspicion.ts';
import { refuteClientCauses } from './refute-client.ts';

/** What remains by experience, less what the flow and earlier requests refute; the rules see what the request itself shows. */
export function invalidClientSuspicions(request: ClientCall, materials: Materials): readonly Suspicion[] {
  return weigh(refuteClientCauses(priors(request, materials), request, materials), most);
}

/** What is left by elimination alone stands below what earlier requests show. */
const most = 0.74;

/** One of these is true when nothing else was found. */
function priors(request: ClientCall, materials: Materials): readonly Suspicion[] {
  const { methods } = request.authentication;
  const evidence = credentialsAt(request);
  const sends = sendsSecret(request);
  const offered = stringsMember(
    materials.surroundings.metadataAt(request.exchange.url)?.document,
    'token_endpoint_auth_methods_supported',
  );
  const isOffered = methods[0] !== undefined && offered?.includes(methods[0]) === true;
  const isKnown = isKnownClient(request, materials);
  // What every server takes and a registration has by default (RFC 7591 §2) is seldom the fault.
  const isDefault = methods[0] === 'client_secret_basic';
  const mayBePublic = isKnown && offered?.includes('none') === true;
  const namesOnly =
    methods.length === 0 &&
    !request.exchange.known.requestHeaders &&
    request.params.get('client_id') !== undefined;
  if (methods.some((method) => method.endsWith('_jwt'))) return assertionPriors(evidence);
  return [
    {
      cause: 'client_secret_wrong',
      weight: sends ? 0.4 : methods.length === 0 ? 0 : 0.04,
      evidence,
      ...(isKnown
        ? {
            sentence:
              'The client secret is wrong; the client_id is right, for the server let the login start with it.',
          }
        : {}),
    },
    // Headers are not known, and whoever names the client in the form is likely to have sent no Basic header.
    { cause: 'client_secret_missing', weight: namesOnly ? 0.5 : 0, evidence },
    { cause: 'client_unknown', weight: 0.25, evidence },
    { cause: 'client_auth_method_wrong', weight: isOffered ? (isDefault ? 0.08 : 0.1) : 0.2, evidence },
    { cause: 'client_secret_expired', weight: sends ? 0.1 : methods.length === 0 ? 0 : 0.01, evidence },
    {
      cause: 'public_client_sent_secret',
      weight: sends ? publicPrior(request, mayBePublic ? (isDefault ? 0.08 : 0.12) : 0) : 0,
      evidence,
    },
  ];
}

/** A page cannot keep a secret, so a client that lives in one is registered as public. */
function publicPrior({ exchange }: ClientCall, elsewhere: number): number {
  return exchange.kind === 'fetch' && exchange.initiator !== undefined ? 0.6 : elsewhere;
}

/** The claims were compared by a rule; what nobody sees is whether the server knows the key. */
function assertionPriors(evidence: Suspicion['evidence']): readonly Suspicion[] {
  return [
    {
      cause: 'client_assertion_invalid',
      weight: 0.6,
      evidence,
      sentence:
        'The client assertion is signed with a key (or secret) that is not the one registered for the client.',
    },
    { cause: 'client_unknown', weight: 0.2, evidence },
    { cause: 'client_auth_method_wrong', weight: 0.2, evidence },
  ];
}
