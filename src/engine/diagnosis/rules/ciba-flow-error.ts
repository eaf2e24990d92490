import type { Source } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

const ciba: Source = {
  title: 'OpenID Connect CIBA §7.1',
  url: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_request',
};
const ambiguous = 'The back-channel login request does not name the user in exactly one way';
const hints = ['login_hint', 'login_hint_token', 'id_token_hint'] as const;

export const cibaFlowError = defineRule({
  id: 'ciba-flow-error',
  title: ambiguous,
  severity: 'error',
  why: 'The server has to know whom to ask, and that the request is an OpenID Connect one.',
  fix: 'Send exactly one of login_hint, login_hint_token and id_token_hint, and openid in the scope.',
  sources: [ciba],
  needs: ['flow', 'progress'],
  check({ flow: { backchannel }, progress: { failure } }) {
    // A signed request holds them all.
    if (backchannel === undefined || backchannel.params.find('request') !== undefined) return notApplicable;
    const sent = hints.filter((name) => backchannel.params.find(name) !== undefined);
    const lacksScope = backchannel.params.get('scope')?.split(' ').includes('openid') !== true;
    if (sent.length === 1 && !lacksScope) return pass;
    const name = sent.length === 1 ? 'scope' : (sent[1] ?? 'login_hint');
    const title = sent.length === 1 ? 'The scope of the back-channel login request lacks openid' : ambiguous;
    const evidence = [at(backchannel, name)];
    if (failure?.message !== backchannel) return fail(evidence, { title, severity: 'warning' });
    return fail(evidence, {
      title,
      suspicion: { cause: 'request_malformed', weight: 0.9, evidence, sentence: `${title}.` },
    });
  },
});
