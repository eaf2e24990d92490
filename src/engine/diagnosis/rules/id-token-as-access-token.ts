import { oidcCore, rfc } from '../../oauth/source.ts';
import { defineRejectionRule } from '../rejection-rule.ts';

export const idTokenAsAccessToken = defineRejectionRule({
  id: 'id-token-as-access-token',
  title: 'An ID token is sent to an API in place of an access token',
  severity: 'error',
  why: 'An ID token tells the client who signed in; its audience is the client and no API.',
  fix: 'Ask for an access token for the API (scope, audience or resource) and send that.',
  sources: [oidcCore('2', 'IDToken'), rfc(9068, '5')],
  rejection: 'id_token',
  weight: 0.95,
  sentence: 'The call carries the ID token in place of the access token.',
});
