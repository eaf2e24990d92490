import { tellsApp } from '../../oauth/logout.ts';
import type { Source } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

const logoutSpec: Source = {
  title: 'OpenID Connect RP-Initiated Logout 1.0 §2',
  url: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
};

export const logoutRequestRejected = defineRule({
  id: 'logout-request-rejected',
  title: 'The server refuses the logout request',
  severity: 'error',
  why: 'The user stays signed in at the server, or does not come back to the app.',
  fix: 'Register the post_logout_redirect_uri, character for character, and send id_token_hint (or client_id) with it.',
  sources: [logoutSpec],
  needs: ['failure'],
  check({ failure }) {
    const { message, place, error } = failure;
    if (place !== 'logout' || message.kind !== 'logout' || error === undefined) return notApplicable;
    if (tellsApp(message)) return notApplicable;
    const text = `${error.sent ?? ''} ${error.description ?? ''}`;
    const returns = message.params.get('post_logout_redirect_uri');
    const isNamed =
      message.params.get('id_token_hint') !== undefined || message.params.get('client_id') !== undefined;
    const evidence = [
      at(message, returns === undefined ? 'id_token_hint' : 'post_logout_redirect_uri'),
      error.at,
    ];
    const proof = wordsProof(failure);
    if (returns !== undefined && /redirect|return|not registered/i.test(text)) {
      return fail(evidence, {
        suspicion: { cause: 'post_logout_redirect_uri_not_registered', weight: 0.95, evidence, proof },
      });
    }
    if (returns !== undefined && !isNamed) {
      return fail([at(message, 'id_token_hint'), error.at], {
        suspicion: {
          cause: 'request_malformed',
          weight: 0.8,
          sentence:
            'The logout request names a return address, and neither id_token_hint nor client_id, so the server does not know whose it is.',
          evidence: [at(message, 'id_token_hint'), error.at],
          proof,
          fix: 'Send id_token_hint or client_id with the logout request.',
          sources: [logoutSpec],
        },
      });
    }
    if (returns === undefined) return fail([error.at]);
    return fail(evidence, {
      suspicion: { cause: 'post_logout_redirect_uri_not_registered', weight: 0.6, evidence, proof },
    });
  },
});
