import { urlParts } from '../../http/url.ts';
import { isLoopback, isSentinel } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { asksForRedirect } from '../redirect-refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Schemes that a browser, the system or the client_id itself keeps to one app. */
const owned =
  /^(?:chrome-extension|moz-extension|safari-web-extension|ms-appx?(?:-web)?|msal[\da-f-]{36}|fb\d+)$/i;
/** Hosts that are not on the internet. */
const development = /^(?:[^.]+|.+\.(?:test|local|localdomain|internal|example))$/i;

export const redirectUriInsecureScheme = defineRule({
  id: 'redirect-uri-insecure-scheme',
  title: 'The redirect_uri has a scheme that does not keep the code for the app',
  severity: 'warning',
  why: 'A code sent over http can be read on the way, and a short private scheme can be claimed by another app.',
  fix: 'Use https, a loopback address for a native app, or a private scheme made from a domain you own, written backwards.',
  sources: [rfc(9700, '2.6'), rfc(8252, '7.1'), rfc(8252, '8.3')],
  needs: ['authorizationRequest', 'said', 'progress'],
  check({ authorizationRequest, said, progress }) {
    const uri = authorizationRequest.params.get('redirect_uri');
    if (uri === undefined) return notApplicable;
    const evidence = [at(authorizationRequest, 'redirect_uri')];
    if (uri.startsWith('urn:ietf:wg:oauth:2.0:oob')) {
      return fail(evidence, {
        title: 'The redirect_uri asks for out-of-band delivery, which providers have removed',
      });
    }
    const { scheme, host } = urlParts(uri);
    if (isSentinel(uri) || scheme === '' || /^https$/i.test(scheme) || owned.test(scheme)) return pass;
    if (/^http$/i.test(scheme)) {
      if (isLoopback(host)) return pass;
      const isRefused = progress.failure !== undefined && asksForRedirect(progress.failure, said);
      return fail(evidence, {
        severity: isRefused ? 'error' : 'warning',
        title: development.test(host)
          ? 'The redirect_uri uses plain http on a development host'
          : 'The redirect_uri uses plain http',
      });
    }
    if (scheme.includes('.')) return pass;
    return fail(evidence, { title: 'The redirect_uri has a private scheme that any app may claim' });
  },
});
