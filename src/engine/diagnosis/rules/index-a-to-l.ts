import type { Rule } from '../rule.ts';
import { accessTokenInQuery } from './access-token-in-query.ts';
import { accessTokenRejected } from './access-token-rejected.ts';
import { accessTokenWrongAudience } from './access-token-wrong-audience.ts';
import { as307Redirect } from './as-307-redirect.ts';
import { asMismatchAuthorizeToken } from './as-mismatch-authorize-token.ts';
import { asReportsWrongTenant } from './as-reports-wrong-tenant.ts';
import { authorizationDetailsInvalid } from './authorization-details-invalid.ts';
import { authorizationEndpointFetched } from './authorization-endpoint-fetched.ts';
import { authorizationHeaderStripped } from './authorization-header-stripped.ts';
import { authorizationLoop } from './authorization-loop.ts';
import { callbackLeaksCredentials } from './callback-leaks-credentials.ts';
import { callbackOriginDiffers } from './callback-origin-differs.ts';
import { cibaFlowError } from './ciba-flow-error.ts';
import { clientAssertionInvalid } from './client-assertion-invalid.ts';
import { clientAuthMethodUnsupported } from './client-auth-method-unsupported.ts';
import { clientAuthMissing } from './client-auth-missing.ts';
import { clientAuthMultipleMethods } from './client-auth-multiple-methods.ts';
import { clientBasicMalformed } from './client-basic-malformed.ts';
import { clientIdMismatch } from './client-id-mismatch.ts';
import { clientNotRegistered } from './client-not-registered.ts';
import { clientPlatformMismatch } from './client-platform-mismatch.ts';
import { clientRegistrationFailed } from './client-registration-failed.ts';
import { clientSecretExpired } from './client-secret-expired.ts';
import { clientSecretExposed } from './client-secret-exposed.ts';
import { clientSecretRejected } from './client-secret-rejected.ts';
import { clientSecretSuspicious } from './client-secret-suspicious.ts';
import { codeAltered } from './code-altered.ts';
import { codeDeliveredTwice } from './code-delivered-twice.ts';
import { codeNeverRedeemed } from './code-never-redeemed.ts';
import { codeRedeemedConcurrently } from './code-redeemed-concurrently.ts';
import { codeRedeemedLate } from './code-redeemed-late.ts';
import { codeReused } from './code-reused.ts';
import { credentialSentToWrongParty } from './credential-sent-to-wrong-party.ts';
import { cspBlocksFlow } from './csp-blocks-flow.ts';
import { csrfNoProtection } from './csrf-no-protection.ts';
import { deviceFlowEnded } from './device-flow-ended.ts';
import { devicePollingTooFast } from './device-polling-too-fast.ts';
import { deviceResponseIncomplete } from './device-response-incomplete.ts';
import { dpopDowngrade } from './dpop-downgrade.ts';
import { dpopKeyMismatch } from './dpop-key-mismatch.ts';
import { dpopNonceLoop } from './dpop-nonce-loop.ts';
import { dpopNonceNotExposed } from './dpop-nonce-not-exposed.ts';
import { dpopProofInvalid } from './dpop-proof-invalid.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { endpointThrottledOr5xx } from './endpoint-throttled-or-5xx.ts';
import { endpointUnreachable } from './endpoint-unreachable.ts';
import { errorNonstandardShape } from './error-nonstandard-shape.ts';
import { errorResponseDecoded } from './error-response-decoded.ts';
import { formpostCookieLost } from './formpost-cookie-lost.ts';
import { grantImplicitUsed } from './grant-implicit-used.ts';
import { grantNotAllowedForClient } from './grant-not-allowed-for-client.ts';
import { grantPasswordUsed } from './grant-password-used.ts';
import { grantTypeUnsupported } from './grant-type-unsupported.ts';
import { idTokenAsAccessToken } from './id-token-as-access-token.ts';
import { idTokenAudAzp } from './id-token-aud-azp.ts';
import { idTokenAuthContextUnmet } from './id-token-auth-context-unmet.ts';
import { idTokenHashMismatch } from './id-token-hash-mismatch.ts';
import { idTokenIssuerMismatch } from './id-token-issuer-mismatch.ts';
import { idTokenMissing } from './id-token-missing.ts';
import { idTokenTenantMismatch } from './id-token-tenant-mismatch.ts';
import { insufficientScope } from './insufficient-scope.ts';
import { jarRequestObjectInvalid } from './jar-request-object-invalid.ts';
import { jarmInvalid } from './jarm-invalid.ts';
import { jwksInvalid } from './jwks-invalid.ts';
import { jwtAccessTokenProfile } from './jwt-access-token-profile.ts';
import { jwtSignatureInvalid } from './jwt-signature-invalid.ts';
import { jwtTimeOrClockSkew } from './jwt-time-or-clock-skew.ts';
import { logoutRequestRejected } from './logout-request-rejected.ts';
import { logoutTokensStillUsed } from './logout-tokens-still-used.ts';

/** The rules of the first half of the alphabet. */
export const rulesAToL: readonly Rule[] = [
  accessTokenInQuery,
  accessTokenRejected,
  accessTokenWrongAudience,
  as307Redirect,
  asMismatchAuthorizeToken,
  asReportsWrongTenant,
  authorizationDetailsInvalid,
  authorizationEndpointFetched,
  authorizationHeaderStripped,
  authorizationLoop,
  callbackLeaksCredentials,
  callbackOriginDiffers,
  cibaFlowError,
  clientAssertionInvalid,
  clientAuthMethodUnsupported,
  clientAuthMissing,
  clientAuthMultipleMethods,
  clientBasicMalformed,
  clientIdMismatch,
  clientNotRegistered,
  clientPlatformMismatch,
  clientRegistrationFailed,
  clientSecretExpired,
  clientSecretExposed,
  clientSecretRejected,
  clientSecretSuspicious,
  codeAltered,
  codeDeliveredTwice,
  codeNeverRedeemed,
  codeRedeemedConcurrently,
  codeRedeemedLate,
  codeReused,
  credentialSentToWrongParty,
  cspBlocksFlow,
  csrfNoProtection,
  deviceFlowEnded,
  devicePollingTooFast,
  deviceResponseIncomplete,
  dpopDowngrade,
  dpopKeyMismatch,
  dpopNonceLoop,
  dpopNonceNotExposed,
  dpopProofInvalid,
  duplicateParameter,
  endpointThrottledOr5xx,
  endpointUnreachable,
  errorNonstandardShape,
  errorResponseDecoded,
  formpostCookieLost,
  grantImplicitUsed,
  grantNotAllowedForClient,
  grantPasswordUsed,
  grantTypeUnsupported,
  idTokenAsAccessToken,
  idTokenAudAzp,
  idTokenAuthContextUnmet,
  idTokenHashMismatch,
  idTokenIssuerMismatch,
  idTokenMissing,
  idTokenTenantMismatch,
  insufficientScope,
  jarRequestObjectInvalid,
  jarmInvalid,
  jwksInvalid,
  jwtAccessTokenProfile,
  jwtSignatureInvalid,
  jwtTimeOrClockSkew,
  logoutRequestRejected,
  logoutTokensStillUsed,
];
