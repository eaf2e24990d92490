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
import { jwtAccessTokenProfile } from './jwt-access-token-profile.ts';
import { jwtSignatureInvalid } from './jwt-signature-invalid.ts';
import { jwtTimeOrClockSkew } from './jwt-time-or-clock-skew.ts';
import { logoutRequestRejected } from './logout-request-rejected.ts';
import { logoutTokensStillUsed } from './logout-tokens-still-used.ts';
import { metadataIssuerMismatch } from './metadata-issuer-mismatch.ts';
import { mixupNoDefence } from './mixup-no-defence.ts';
import { nonceMismatch } from './nonce-mismatch.ts';
import { nonceMissing } from './nonce-missing.ts';
import { parRequestUriInvalid } from './par-request-uri-invalid.ts';
import { parRequiredNotUsed } from './par-required-not-used.ts';
import { pkceChallengeReused } from './pkce-challenge-reused.ts';
import { pkceMissing } from './pkce-missing.ts';
import { pkceNotEnforced } from './pkce-not-enforced.ts';
import { pkcePlain } from './pkce-plain.ts';
import { pkceUnbalanced } from './pkce-unbalanced.ts';
import { pkceVerifierFormat } from './pkce-verifier-format.ts';
import { pkceVerifierMismatch } from './pkce-verifier-mismatch.ts';
import { popupSeveredOrClosed } from './popup-severed-or-closed.ts';
import { publicClientSendsCredentials } from './public-client-sends-credentials.ts';
import { redirectUriInsecureScheme } from './redirect-uri-insecure-scheme.ts';
import { redirectUriLandingDiffers } from './redirect-uri-landing-differs.ts';
import { redirectUriLoopbackNameVsIp } from './redirect-uri-loopback-name-vs-ip.ts';
import { redirectUriMalformed } from './redirect-uri-malformed.ts';
import { redirectUriMissingAtToken } from './redirect-uri-missing-at-token.ts';
import { redirectUriNotRegistered } from './redirect-uri-not-registered.ts';
import { redirectUriOpenRedirector } from './redirect-uri-open-redirector.ts';
import { redirectUriRejectedByAs } from './redirect-uri-rejected-by-as.ts';
import { redirectUriTokenMismatch } from './redirect-uri-token-mismatch.ts';
import { refreshGrantRevoked } from './refresh-grant-revoked.ts';
import { refreshInteractionRequired } from './refresh-interaction-required.ts';
import { refreshLoop } from './refresh-loop.ts';
import { refreshNotAttempted } from './refresh-not-attempted.ts';
import { refreshNotRotated } from './refresh-not-rotated.ts';
import { refreshTokenExpired } from './refresh-token-expired.ts';
import { refreshTokenNotIssued } from './refresh-token-not-issued.ts';
import { refreshTokenReplayed } from './refresh-token-replayed.ts';
import { refreshWrongClientOrIssuer } from './refresh-wrong-client-or-issuer.ts';
import { regressionVsLastSuccess } from './regression-vs-last-success.ts';
import { resourceTargetInvalid } from './resource-target-invalid.ts';
import { responseIssInvalid } from './response-iss-invalid.ts';
import { responseTypeUnsupported } from './response-type-unsupported.ts';
import { scopeExcessive } from './scope-excessive.ts';
import { scopeInvalid } from './scope-invalid.ts';
import { scopeReduced } from './scope-reduced.ts';
import { serverLogHandles } from './server-log-handles.ts';
import { silentAuthBlockedInFrame } from './silent-auth-blocked-in-frame.ts';
import { silentAuthNeedsInteraction } from './silent-auth-needs-interaction.ts';
import { stateMismatch } from './state-mismatch.ts';
import { stateReusedOrWeak } from './state-reused-or-weak.ts';
import { stepUpRequired } from './step-up-required.ts';
import { subjectContinuity } from './subject-continuity.ts';
import { tenantSiblingAuthorizeToken } from './tenant-sibling-authorize-token.ts';
import { tokenEndpointCorsBlocked } from './token-endpoint-cors-blocked.ts';
import { tokenEndpointNotJson } from './token-endpoint-not-json.ts';
import { tokenEndpointRedirected } from './token-endpoint-redirected.ts';
import { tokenLongLived } from './token-long-lived.ts';
import { tokenOverHttp } from './token-over-http.ts';
import { tokenRequestMalformed } from './token-request-malformed.ts';
import { tokenResponseCacheable } from './token-response-cacheable.ts';
import { tokenResponseMalformed } from './token-response-malformed.ts';
import { tokensInFrontChannel } from './tokens-in-front-channel.ts';
import { unsolicitedResponse } from './unsolicited-response.ts';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
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
  jwtAccessTokenProfile,
  jwtSignatureInvalid,
  jwtTimeOrClockSkew,
  logoutRequestRejected,
  logoutTokensStillUsed,
  metadataIssuerMismatch,
  mixupNoDefence,
  nonceMismatch,
  nonceMissing,
  parRequestUriInvalid,
  parRequiredNotUsed,
  pkceChallengeReused,
  pkceMissing,
  pkceNotEnforced,
  pkcePlain,
  pkceUnbalanced,
  pkceVerifierFormat,
  pkceVerifierMismatch,
  popupSeveredOrClosed,
  publicClientSendsCredentials,
  redirectUriInsecureScheme,
  redirectUriLandingDiffers,
  redirectUriLoopbackNameVsIp,
  redirectUriMalformed,
  redirectUriMissingAtToken,
  redirectUriNotRegistered,
  redirectUriOpenRedirector,
  redirectUriRejectedByAs,
  redirectUriTokenMismatch,
  refreshGrantRevoked,
  refreshInteractionRequired,
  refreshLoop,
  refreshNotAttempted,
  refreshNotRotated,
  refreshTokenExpired,
  refreshTokenNotIssued,
  refreshTokenReplayed,
  refreshWrongClientOrIssuer,
  regressionVsLastSuccess,
  resourceTargetInvalid,
  responseIssInvalid,
  responseTypeUnsupported,
  scopeExcessive,
  scopeInvalid,
  scopeReduced,
  serverLogHandles,
  silentAuthBlockedInFrame,
  silentAuthNeedsInteraction,
  stateMismatch,
  stateReusedOrWeak,
  stepUpRequired,
  subjectContinuity,
  tenantSiblingAuthorizeToken,
  tokenEndpointCorsBlocked,
  tokenEndpointNotJson,
  tokenEndpointRedirected,
  tokenLongLived,
  tokenOverHttp,
  tokenRequestMalformed,
  tokenResponseCacheable,
  tokenResponseMalformed,
  tokensInFrontChannel,
  unsolicitedResponse,
];
