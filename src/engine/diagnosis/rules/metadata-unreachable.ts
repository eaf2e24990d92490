import { oidcDiscovery, rfc } from '../../oauth/source.ts';
import { isServerTrouble } from '../refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

export const metadataUnreachable = defineRule({
  id: 'metadata-unreachable',
  title: 'The discovery document cannot be loaded',
  severity: 'error',
  why: 'Without it the client knows no endpoint, and no login begins.',
  fix: 'Correct the issuer (authority) in the app’s settings. Its document stands at {issuer}/.well-known/openid-configuration, or with the path of the issuer after /.well-known/oauth-authorization-server.',
  sources: [rfc(8414, '3'), oidcDiscovery('4', 'ProviderConfig')],
  needs: ['failure', 'said'],
  check({ failure, said }) {
    const { place, message, error } = failure;
    const { id, status, networkError } = message.exchange;
    if (place !== 'discovery') return notApplicable;
    // An error page seldom allows a page to read it; that it is one says more.
    const isCut = networkError !== undefined && (status ?? 0) < 400;
    const at = {
      exchange: id,
      part: isCut ? 'network_error' : status === 200 ? 'response_body' : 'status',
      name: '',
    } as const;
    // Other rules, or the server’s own words, name the cause.
    const isNamed = isCut || isServerTrouble(status, error?.description) || said.length > 0;
    if (isNamed) return fail([at]);
    const sentence =
      at.part === 'status'
        ? `The server has no discovery document at this address: it answered ${status}.`
        : 'The answer is no discovery document that names its issuer.';
    return fail([at], {
      suspicion: { cause: 'other', weight: 0.9, evidence: [at], proof: wordsProof(failure), sentence },
    });
  },
});
