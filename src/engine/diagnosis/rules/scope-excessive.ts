import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** More than a consent page can explain to anybody. */
const many = 15;
/** Names that give everything: Microsoft Graph, Google Drive, and what others call it. */
const everything = /\.ReadWrite\.All$|^full_access$|\/auth\/drive$/;

export const scopeExcessive = defineRule({
  id: 'scope-excessive',
  title: 'The app asks for very much at once',
  severity: 'info',
  why: 'A token that may do everything is the most expensive one to lose.',
  fix: 'Ask for the least at login, and for more when a function needs it.',
  sources: [rfc(9700, '2.3')],
  needs: ['authorizationRequest'],
  check({ authorizationRequest }) {
    const scopes = authorizationRequest.params.get('scope')?.split(/[\s,]+/);
    if (scopes === undefined) return notApplicable;
    const isMuch = scopes.length >= many || scopes.some((scope) => everything.test(scope));
    return isMuch ? fail([at(authorizationRequest, 'scope')]) : pass;
  },
});
