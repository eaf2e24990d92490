import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const grantPasswordUsed = defineRule({
  id: 'grant-password-used',
  title: 'The app handles the user’s password itself (password grant)',
  severity: 'warning',
  why: 'The app sees the password, and second factors, policies and single sign-on cannot work.',
  fix: 'Move to the authorization code grant with PKCE.',
  sources: [rfc(9700, '2.4'), rfc(6749, '4.3')],
  needs: ['tokenCall'],
  check({ tokenCall: request }) {
    // An app's own login call may be in JSON and no OAuth at all.
    const grant = request.params.find('grant_type');
    if (request.grantType !== 'password' || grant?.at.part !== 'form') return notApplicable;
    return fail([at(request, 'grant_type')]);
  },
});
