import type { Rule } from '../rule.ts';
import { asMismatchAuthorizeToken } from './as-mismatch-authorize-token.ts';
import { clientIdMismatch } from './client-id-mismatch.ts';
import { codeAltered } from './code-altered.ts';
import { codeRedeemedLate } from './code-redeemed-late.ts';
import { codeReused } from './code-reused.ts';
import { errorResponseDecoded } from './error-response-decoded.ts';
import { pkceUnbalanced } from './pkce-unbalanced.ts';
import { pkceVerifierMismatch } from './pkce-verifier-mismatch.ts';
import { redirectUriLandingDiffers } from './redirect-uri-landing-differs.ts';
import { redirectUriMissingAtToken } from './redirect-uri-missing-at-token.ts';
import { redirectUriTokenMismatch } from './redirect-uri-token-mismatch.ts';
import { stateMismatch } from './state-mismatch.ts';
import { tenantSiblingAuthorizeToken } from './tenant-sibling-authorize-token.ts';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  asMismatchAuthorizeToken,
  clientIdMismatch,
  codeAltered,
  codeRedeemedLate,
  codeReused,
  errorResponseDecoded,
  pkceUnbalanced,
  pkceVerifierMismatch,
  redirectUriLandingDiffers,
  redirectUriMissingAtToken,
  redirectUriTokenMismatch,
  stateMismatch,
  tenantSiblingAuthorizeToken,
];
