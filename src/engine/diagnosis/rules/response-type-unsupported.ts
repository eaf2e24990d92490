import { stringsMember } from '../../http/json.ts';
import { rfc, type Source } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

const multiple: Source = {
  title: 'OAuth 2.0 Multiple Response Type Encoding Practices §2.1',
  url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes',
};

export const responseTypeUnsupported = defineRule({
  id: 'response-type-unsupported',
  title: 'The server does not support the response_type or response_mode',
  severity: 'error',
  why: 'The server, or the client’s registration, allows certain ways of answering only.',
  fix: 'Use response_type=code with PKCE, or enable the type for this client.',
  sources: [rfc(6749, '3.1.1'), multiple, rfc(8414, '2')],
  needs: ['authorizationRequest', 'failure', 'surroundings'],
  check({ authorizationRequest, failure, surroundings }) {
    const { error, place } = failure;
    if (place !== 'authorization_endpoint' && place !== 'authorization_response') return notApplicable;
    const said = [error?.code, error?.sent].find(
      (code) => code === 'unsupported_response_type' || code === 'unsupported_response_mode',
    );
    const type = authorizationRequest.params.get('response_type');
    const evidence = [
      at(authorizationRequest, said === 'unsupported_response_mode' ? 'response_mode' : 'response_type'),
    ];
    if (said !== undefined) {
      return fail(evidence, {
        suspicion: {
          cause: 'grant_type_not_allowed',
          weight: 0.95,
          evidence,
          proof: wordsProof(failure),
          sentence: `The server does not allow this ${said.slice('unsupported_'.length)} for the client.`,
        },
      });
    }
    if (authorizationRequest.carrier !== 'plain') return notApplicable;
    const malformed = (sentence: string, title: string, weight: number): ReturnType<typeof fail> =>
      fail(evidence, { title, suspicion: { cause: 'request_malformed', weight, sentence, evidence } });
    if (type === undefined) {
      return malformed(
        'The authorization request has no response_type.',
        'The authorization request has no response_type',
        0.9,
      );
    }
    const words = wordsOf(type);
    if (
      authorizationRequest.params.get('response_mode') === 'query' &&
      words.some((word) => word.endsWith('token'))
    ) {
      return malformed(
        'The request asks for a token in the query, which is forbidden: use response_mode=form_post or the code.',
        'The request asks for a token in the query',
        0.85,
      );
    }
    const offered = stringsMember(
      surroundings.metadataAt(authorizationRequest.exchange.url)?.document,
      'response_types_supported',
    );
    if (offered === undefined || offered.some((each) => wordsOf(each).join(' ') === words.join(' ')))
      return pass;
    return fail(evidence, {
      severity: 'warning',
      title: 'The server’s discovery document does not list this response_type',
      suspicion: { cause: 'grant_type_not_allowed', weight: 0.4, evidence },
    });
  },
});

/** Order does not matter (Multiple Response Types §3). */
function wordsOf(type: string): readonly string[] {
  return type
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted();
}
