import { rfc } from '../../oauth/source.ts';
import { defineRejectionRule } from '../rejection-rule.ts';

export const accessTokenWrongAudience = defineRejectionRule({
  id: 'access-token-wrong-audience',
  title: 'The access token was issued for another API than the one that refused it',
  severity: 'error',
  why: 'An API accepts only tokens whose audience it is.',
  fix: 'Ask for a token for this API (audience, resource or scope), and configure the API with that audience and issuer.',
  sources: [rfc(9068, '4'), rfc(8707, '2'), rfc(9700, '2.3')],
  rejection: 'audience',
  weight: 0.92,
  sentence: 'The access token was issued for another API: its audience names another host.',
});
