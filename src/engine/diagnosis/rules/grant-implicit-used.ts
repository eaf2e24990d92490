import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const grantImplicitUsed = defineRule({
  id: 'grant-implicit-used',
  title: 'An access token is issued by the authorization endpoint (implicit grant)',
  severity: 'warning',
  why: 'A token in the address bar leaks into history and logs, can be injected, and cannot be bound to a key.',
  fix: 'Use response_type=code with PKCE.',
  sources: [rfc(9700, '2.1.2')],
  needs: ['flow'],
  check({ flow }) {
    const { authorizationRequest: request, authorizationResponse: response } = flow;
    const token = response?.params.find('access_token');
    if (token !== undefined) return fail([token.at]);
    const types = request?.params.get('response_type')?.split(/\s+/);
    if (request === undefined || types === undefined) return notApplicable;
    return types.includes('token') ? fail([at(request, 'response_type')]) : pass;
  },
});
