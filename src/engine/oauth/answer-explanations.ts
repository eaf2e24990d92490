import { means, type Explanation } from './explanation.ts';
import { oidcCore, rfc, type Source } from './source.ts';

const entraErrors: Source = {
  title: 'Microsoft: AADSTS error codes',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
};

function metadata(name: string): Source {
  return { ...rfc(8414, '2'), title: `RFC 8414 §2, ${name}` };
}

/** Members of token answers, errors and metadata by name. */
export const answerExplanations: Readonly<Record<string, Explanation>> = {
  access_token: means(
    'Lets the app call the API; whoever holds it may, so it is masked here.',
    rfc(6749, '5.1'),
  ),
  id_token: means(
    'Says who logged in, signed by the server; it is for the app, not for an API.',
    oidcCore('2', 'IDToken'),
  ),
  refresh_token: means('Trades for new tokens later, without the user.', rfc(6749, '5.1')),
  token_type: means(
    'How the access token is sent: “Bearer” as it is, “DPoP” with a proof of a key.',
    rfc(6749, '7.1'),
  ),
  expires_in: means('How long the access token lives, in seconds from now.', rfc(6749, '5.1')),
  refresh_expires_in: means('How long the refresh token lives, in seconds.', {
    title: 'Keycloak documentation',
    url: 'https://www.keycloak.org/docs/latest/server_admin/#_timeouts',
  }),
  scope: means('What was granted; it can be less than what was asked.', rfc(6749, '5.1')),
  issued_token_type: means('What kind of token was made.', rfc(8693, '2.2.1')),
  error: means('Why the server refused, as one of a fixed set of words.', rfc(6749, '5.2')),
  error_description: means('The server’s own words for the developer.', rfc(6749, '5.2')),
  error_uri: means('A page about the error.', rfc(6749, '5.2')),
  error_codes: means('Entra’s own numbers for the error.', entraErrors),
  suberror: means('Entra’s finer reason.', entraErrors),
  correlation_id: means('Lets the provider’s support find this request in its log.', entraErrors),
  trace_id: means('Lets the provider’s support find this request in its log.', entraErrors),
  device_code: means('The device’s half of a device login.', rfc(8628, '3.2')),
  user_code: means('What the user types in on another screen.', rfc(8628, '3.2')),
  verification_uri: means('Where the user types the code in.', rfc(8628, '3.2')),
  interval: means('How many seconds the device must wait between two questions.', rfc(8628, '3.2')),
  request_uri: means('The reference to use in the authorization request, once and soon.', rfc(9126, '2.2')),
  issuer: means('The name of the server; tokens and answers must carry exactly this.', metadata('issuer')),
  authorization_endpoint: means('Where browsers are sent to log in.', metadata('authorization_endpoint')),
  token_endpoint: means('Where codes and refresh tokens are redeemed.', metadata('token_endpoint')),
  jwks_uri: means('Where the keys are that verify tokens.', metadata('jwks_uri')),
  userinfo_endpoint: means('Where the app asks who the user is.', oidcCore('5.3', 'UserInfo')),
  token_endpoint_auth_methods_supported: means(
    'The ways in which an app may prove itself at the token endpoint.',
    metadata('token_endpoint_auth_methods_supported'),
  ),
  code_challenge_methods_supported: means(
    'Which PKCE methods the server knows.',
    metadata('code_challenge_methods_supported'),
  ),
  grant_types_supported: means(
    'What the server accepts in trade for tokens.',
    metadata('grant_types_supported'),
  ),
  response_types_supported: means(
    'What the server gives back from a login.',
    metadata('response_types_supported'),
  ),
  scopes_supported: means('The scopes the server tells of.', metadata('scopes_supported')),
  keys: means('The public keys that verify what the server signs.', rfc(7517, '5')),
};
