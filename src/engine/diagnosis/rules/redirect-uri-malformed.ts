import { redirectUriDefect } from '../../oauth/redirect-uri-defect.ts';
import { rfc } from '../../oauth/source.ts';
import { asksForRedirect } from '../redirect-refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const redirectUriMalformed = defineRule({
  id: 'redirect-uri-malformed',
  title: 'The redirect_uri is not a usable absolute URI',
  severity: 'error',
  why: 'The server must be able to send the browser there, with parameters of its own added.',
  fix: 'Build the URI once, encode it once (URLSearchParams), and register and send it without a fragment.',
  sources: [rfc(6749, '3.1.2'), rfc(6749, 'B'), rfc(3986, '3')],
  needs: ['authorizationRequest', 'progress', 'flow', 'said'],
  check({ authorizationRequest, progress, flow, said }) {
    const uri = authorizationRequest.params.get('redirect_uri');
    if (uri === undefined) return notApplicable;
    const defect = redirectUriDefect(uri);
    if (defect === undefined) return pass;
    const evidence = [at(authorizationRequest, 'redirect_uri')] as const;
    const title = `The redirect_uri ${defect.words}`;
    const { failure } = progress;
    // A server that answered there found it usable.
    const isAccepted =
      flow.authorizationResponse !== undefined && failure?.place !== 'authorization_endpoint';
    if (isAccepted || defect.mild === true) return fail(evidence, { severity: 'warning', title });
    const isBlamed = failure !== undefined && asksForRedirect(failure, said);
    return fail(evidence, {
      title,
      suspicion: {
        cause: 'redirect_uri_not_registered',
        weight: isBlamed ? 0.98 : 0.9,
        sentence: `${title}.`,
        evidence,
        fix: 'Build the URI once, encode it once (URLSearchParams), and register and send it without a fragment.',
      },
    });
  },
});
