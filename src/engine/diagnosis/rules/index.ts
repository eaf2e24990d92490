import type { Rule } from '../rule.ts';
import { asMismatchAuthorizeToken } from './as-mismatch-authorize-token.ts';
import { authorizationEndpointFetched } from './authorization-endpoint-fetched.ts';
import { authorizationHeaderStripped } from './authorization-header-stripped.ts';
import { authorizationLoop } from './authorization-loop.ts';
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
import { codeRedeemedLate } from './code-redeemed-late.ts';
import { codeReused } from './code-reused.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { endpointThrottledOr5xx } from './endpoint-throttled-or-5xx.ts';
import { endpointUnreachable } from './endpoint-unreachable.ts';
import { errorResponseDecoded } from './error-response-decoded.ts';
import { grantImplicitUsed } from './grant-implicit-used.ts';
import { grantNotAllowedForClient } from './grant-not-allowed-for-client.ts';
import { grantPasswordUsed } from './grant-password-used.ts';
import { grantTypeUnsupported } from './grant-type-unsupported.ts';
import { insufficientScope } from './insufficient-scope.ts';
import { pkceUnbalanced } from './pkce-unbalanced.ts';
import { pkceVerifierMismatch } from './pkce-verifier-mismatch.ts';
import { publicClientSendsCredentials } from './public-client-sends-credentials.ts';
import { redirectUriLandingDiffers } from './redirect-uri-landing-differs.ts';
import { redirectUriMissingAtToken } from './redirect-uri-missing-at-token.ts';
import { redirectUriTokenMismatch } from './redirect-uri-token-mismatch.ts';
import { refreshGrantRevoked } from './refresh-grant-revoked.ts';
import { refreshInteractionRequired } from './refresh-interaction-required.ts';
import { refreshLoop } from './refresh-loop.ts';
import { refreshNotRotated } from './refresh-not-rotated.ts';
import { refreshTokenExpired } from './refresh-token-expired.ts';
import { refreshTokenNotIssued } from './refresh-token-not-issued.ts';
import { refreshTokenReplayed } from './refresh-token-replayed.ts';
import { refreshWrongClientOrIssuer } from './refresh-wrong-client-or-issuer.ts';
import { resourceTargetInvalid } from './resource-target-invalid.ts';
import { responseTypeUnsupported } from './response-type-unsupported.ts';
import { scopeInvalid } from './scope-invalid.ts';
import { scopeReduced } from './scope-reduced.ts';
import { stateMismatch } from './state-mismatch.ts';
import { stepUpRequired } from './step-up-required.ts';
import { tenantSiblingAuthorizeToken } from './tenant-sibling-authorize-token.ts';
import { tokenEndpointCorsBlocked } from './token-endpoint-cors-blocked.ts';
import { tokenEndpointNotJson } from './token-endpoint-not-json.ts';
import { tokenEndpointRedirected } from './token-endpoint-redirected.ts';
import { tokenRequestMalformed } from './token-request-malformed.ts';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  asMismatchAuthorizeToken,
  authorizationEndpointFetched,
  authorizationHeaderStripped,
  authorizationLoop,
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
  codeRedeemedLate,
  codeReused,
  duplicateParameter,
  endpointThrottledOr5xx,
  endpointUnreachable,
  errorResponseDecoded,
  grantImplicitUsed,
  grantNotAllowedForClient,
  grantPasswordUsed,
  grantTypeUnsupported,
  insufficientScope,
  pkceUnbalanced,
  pkceVerifierMismatch,
  publicClientSendsCredentials,
  redirectUriLandingDiffers,
  redirectUriMissingAtToken,
  redirectUriTokenMismatch,
  refreshGrantRevoked,
  refreshInteractionRequired,
  refreshLoop,
  refreshNotRotated,
  refreshTokenExpired,
  refreshTokenNotIssued,
  refreshTokenReplayed,
  refreshWrongClientOrIssuer,
  resourceTargetInvalid,
  responseTypeUnsupported,
  scopeInvalid,
  scopeReduced,
  stateMismatch,
  stepUpRequired,
  tenantSiblingAuthorizeToken,
  tokenEndpointCorsBlocked,
  tokenEndpointNotJson,
  tokenEndpointRedirected,
  tokenRequestMalformed,
];
