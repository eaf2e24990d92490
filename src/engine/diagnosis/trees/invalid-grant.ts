// Causes behind invalid_grant (RFC 6749 §5.2) that no comparison of messages proves.
import type { Evidence } from '../../http/evidence.ts';
import { headerValue } from '../../http/headers.ts';
import { providerById } from '../../providers/index.ts';
import { sharesClock } from '../../flow/code-life.ts';
import type { CodeLife } from '../../flow/vocabulary.ts';
import { claimsDefect } from '../../oauth/client-assertion.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { readerOf } from '../assertion-reader.ts';
import type { Materials } from '../materials.ts';
import { alteration } from '../alteration.ts';
import { valuesProof } from '../proofs.ts';
import { at } from '../rule.ts';
import { weigh, type Suspicion } from '../suspicion.ts';
import { durationWords } from '../../http/duration-words.ts';

/** What remains when nothing is proven, by grant. */
export function invalidGrantSuspicions(request: TokenRequest, materials: Materials): readonly Suspicion[] {
  const evidence: readonly Evidence[] = [{ exchange: request.exchange.id, part: 'request', name: '' }];
  switch (request.grantType) {
    case 'authorization_code':
      return materials.authorizationRequest === undefined
        ? nothingComparable(evidence, materials)
        : allEqual(request, materials, evidence);
    case 'refresh_token':
      return (
        altered(request, materials) ??
        weigh([
          { cause: 'refresh_token_expired', weight: 0.4, evidence },
          { cause: 'refresh_token_revoked', weight: 0.25, evidence },
          { cause: 'grant_revoked', weight: 0.2, evidence },
          // A reuse within the log is proven by a rule; what is left is one that was not seen.
          { cause: 'refresh_token_reused', weight: 0.15, evidence },
          { cause: 'refresh_token_other_client', weight: 0.1, evidence },
        ])
      );
    case 'password':
      return weigh([
        { cause: 'user_credentials_wrong', weight: 0.5, evidence },
        { cause: 'interaction_required', weight: 0.25, evidence },
        { cause: 'grant_type_not_allowed', weight: 0.25, evidence },
      ]);
    case 'urn:ietf:params:oauth:grant-type:device_code':
    case 'urn:openid:params:grant-type:ciba':
      return [];
    case 'urn:ietf:params:oauth:grant-type:token-exchange':
      return [
        {
          cause: 'resource_invalid',
          weight: 0.8,
          evidence,
          sentence: 'The subject_token has expired, or is for another audience.',
        },
      ];
    case 'urn:ietf:params:oauth:grant-type:saml2-bearer':
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return [assertionRefused(request, materials)];
    case 'client_credentials':
      return [{ cause: 'grant_type_not_allowed', weight: 0.7, evidence }];
    default:
      return [{ cause: 'other', weight: 0.5, evidence }];
  }
}

/** A refresh token that nearly is the one that this client got last was spoilt on its way. */
function altered(request: TokenRequest, { surroundings }: Materials): readonly Suspicion[] | undefined {
  const sent = request.params.find('refresh_token');
  const how = ({ tokens }: TokenRequest): string | undefined =>
    sent === undefined || tokens?.refreshToken === undefined || tokens.refreshToken === sent.value
      ? undefined
      : alteration(tokens.refreshToken, tokens.refreshToken, sent.value);
  const issue = surroundings.callBefore(request, (earlier) => how(earlier) !== undefined)?.request;
  if (sent === undefined || issue === undefined) return undefined;
  const difference = how(issue) ?? '';
  const issued = { exchange: issue.exchange.id, part: 'response_json', name: 'refresh_token' } as const;
  return [
    {
      cause: 'refresh_token_invalid',
      weight: 0.97,
      sentence: `The refresh token is not the one that was issued: ${difference}.`,
      evidence: [issued, sent.at],
      proof: valuesProof(difference, ['issued', issued], ['refresh', sent.at]),
    },
  ];
}

/** The assertion that stands for the user (RFC 7521 §4.1); one of SAML is not read. */
function assertionRefused(request: TokenRequest, { surroundings }: Materials): Suspicion {
  const claims = decodeJwt(request.params.get('assertion') ?? '')?.claims;
  const defect = claims === undefined ? undefined : claimsDefect(claims, readerOf(request, surroundings));
  return {
    cause: 'client_assertion_invalid',
    weight: defect === undefined ? 0.85 : 0.9,
    evidence: [at(request, 'assertion')],
    ...(defect === undefined ? {} : { sentence: `The assertion ${defect}.` }),
  };
}

/** The authorization request was not seen, or the token request runs on a server. */
export function nothingComparable(evidence: readonly Evidence[], materials: Materials): readonly Suspicion[] {
  return weigh([
    { cause: 'code_expired', weight: (waitedOnServer(materials) ?? 0) > 2000 ? 0.6 : 0.2, evidence },
    { cause: 'code_reused', weight: 0.2, evidence },
    { cause: 'redirect_uri_mismatch_at_token', weight: 0.3, evidence },
    { cause: 'pkce_verifier_mismatch', weight: 0.15, evidence },
    { cause: 'code_other_client', weight: 0.08, evidence },
    { cause: 'tenant_mismatch', weight: 0.07, evidence },
  ]);
}

/**
 * Code, redirect_uri, PKCE, client and server were compared and agree, so the code itself must have gone bad. Apps
 * redeem within a second; the longer this one waited, the likelier a short lifetime.
 */
function allEqual(
  request: TokenRequest,
  materials: Materials,
  evidence: readonly Evidence[],
): readonly Suspicion[] {
  const { codeLife, flow } = materials;
  const age = codeLife?.age;
  const spread =
    age === undefined || codeLife === undefined || !sharesClock(flow, request)
      ? waitedOnServer(materials)
      : age;
  const expired: Suspicion = {
    cause: 'code_expired',
    weight: expiryPrior(spread),
    evidence,
    ...(spread === undefined || codeLife === undefined
      ? {}
      : {
          decidedBy: decidingLifetime(codeLife),
          sentence: `The code had expired: it was redeemed ${durationWords(spread)} after it was issued, and everything else that can be compared is equal.`,
          evidence: [
            { exchange: codeLife.issuedIn, part: 'timing', name: '' },
            { exchange: request.exchange.id, part: 'timing', name: '' },
          ],
          proof: {
            kind: 'age',
            rows: [
              { label: 'code issued', at: { exchange: codeLife.issuedIn, part: 'timing', name: '' } },
              { label: 'code redeemed', at: { exchange: request.exchange.id, part: 'timing', name: '' } },
            ],
            age: spread,
            lifetime: undefined,
            lifetimeSource: undefined,
          },
        }),
  };
  return weigh([
    expired,
    {
      cause: 'code_reused',
      weight: 0.35,
      evidence,
      sentence:
        'The code had been redeemed elsewhere: by another instance of the app, a prefetch or a retry that was not seen.',
    },
    { cause: 'grant_revoked', weight: 0.3, evidence },
    ...unboundTokens(request, materials, evidence),
    ...(isSameClient(request, materials)
      ? []
      : [{ cause: 'code_other_client', weight: 0.1, evidence } as const]),
  ]);
}

/**
 * A client registered for tokens bound to a key is refused without a proof. That the server offers DPoP says nothing of
 * this client, and most servers name the missing proof; so it counts where the login spoke of a key, or the server says
 * one thing of every refused grant.
 */
function unboundTokens(
  { endpoint, exchange }: TokenRequest,
  { surroundings, flow, authorizationRequest }: Materials,
  evidence: readonly Evidence[],
): readonly Suspicion[] {
  const offered = surroundings.metadataAt(exchange.url)?.document['dpop_signing_alg_values_supported'];
  if (offered === undefined || !exchange.known.requestHeaders) return [];
  if (headerValue(exchange.requestHeaders, 'dpop') !== undefined) return [];
  const spoke =
    authorizationRequest?.params.get('dpop_jkt') !== undefined ||
    flow.messages.some((each) => headerValue(each.exchange.requestHeaders, 'dpop') !== undefined);
  if (!spoke && providerById(surroundings.authority(endpoint).provider).hidesCauses !== true) return [];
  return [
    {
      cause: 'dpop_invalid',
      weight: 0.2,
      evidence,
      sentence:
        'The client is registered for tokens that are bound to a key, and the request has no DPoP proof.',
      fix: 'Send a DPoP proof, or register the client without bound tokens.',
      decidedBy: 'Look up whether the client is registered with dpop_bound_access_tokens.',
    },
  ];
}

function isSameClient({ authentication }: TokenRequest, { authorizationRequest }: Materials): boolean {
  return authorizationRequest?.params.get('client_id') === authentication.clientId;
}

/** The code was delivered to a server at one instant, and that server answered the browser at another. */
function waitedOnServer({ landings }: Materials): number | undefined {
  const landing = landings?.at(-1)?.exchange;
  if (landing?.respondedAt === undefined) return undefined;
  return landing.respondedAt - landing.startedAt;
}

function expiryPrior(age: number | undefined): number {
  if (age === undefined || age < 1000) return 0.15;
  if (age < 1500) return 0.3;
  return age < 2000 ? 0.7 : 1.2;
}

/** The default of a known server is no proof: whoever runs it may have set a shorter life. */
function decidingLifetime({ lifetime, lifetimeSource }: CodeLife): string {
  const byDefault =
    lifetime === undefined ? '' : ` (${durationWords(lifetime)} unless it was changed: ${lifetimeSource})`;
  return `Compare the code’s age with the code lifetime set at the authorization server${byDefault}, or redeem at once and see.`;
}
