/** A member of an error answer that says that the user has to act, whatever the error code. */
export interface InteractionHint {
  readonly member: string;
  readonly says: RegExp;
}

/**
 * Microsoft Entra's `claims` and `suberror` (of which `bad_token`, `token_expired` and `client_mismatch` say something
 * else: learn.microsoft.com/entra/msal/dotnet/advanced/exceptions), Google's `error_subtype`.
 */
export const interactionHints: readonly InteractionHint[] = [
  { member: 'claims', says: /\S/ },
  {
    member: 'suberror',
    says: /^(?:basic_action|additional_action|message_only|consent_required|user_password_expired|device_authentication_failed|protection_policy_required)$/,
  },
  { member: 'error_subtype', says: /^(?:invalid_rapt|rapt_required)$/ },
];
