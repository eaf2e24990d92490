import type { Rule } from '../rule.ts';
import { rulesAToL } from './index-a-to-l.ts';
import { metadataIssuerMismatch } from './metadata-issuer-mismatch.ts';
import { metadataUnreachable } from './metadata-unreachable.ts';
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
import { resourceMetadataInvalid } from './resource-metadata-invalid.ts';
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
  ...rulesAToL,
  metadataIssuerMismatch,
  metadataUnreachable,
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
  resourceMetadataInvalid,
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
