import { platformErrors } from '../../providers/platform-errors.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const clientPlatformMismatch = defineRule({
  id: 'client-platform-mismatch',
  title: 'The kind of app that is registered does not fit where the token request comes from',
  severity: 'error',
  why: 'Some servers let only a page redeem the codes of a single-page app, and only a server those of a web app.',
  fix: 'Register the redirect URI for the right platform (single-page app for a page with PKCE, web for a server), or move the token request.',
  sources: [
    rfc(6749, '2.1'),
    {
      title: 'Microsoft identity platform: redirect URIs for single-page apps',
      url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redirect-uris-for-single-page-apps-spas',
    },
  ],
  needs: ['failure'],
  check({ failure: { error, message } }) {
    const words = error?.description ?? '';
    if (error === undefined || !platformErrors.some((says) => says.test(words))) return notApplicable;
    return fail([error.descriptionAt ?? error.at, at(message, 'redirect_uri')]);
  },
});
