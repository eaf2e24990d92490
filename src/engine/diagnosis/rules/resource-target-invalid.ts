import { urlParts } from '../../http/url.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';
import { saidFirst } from '../said.ts';
import { wordsProof } from '../trees/hints.ts';

export const resourceTargetInvalid = defineRule({
  id: 'resource-target-invalid',
  title: 'The server does not know the resource or audience, or does not allow it',
  severity: 'error',
  why: 'A token is issued for an API that the server knows by its identifier.',
  fix: 'Send the API’s identifier, the same in all requests, and allow it for this client.',
  sources: [rfc(8707, '2'), rfc(8693, '2.2.2')],
  needs: ['failure', 'said', 'flow'],
  check({ failure, said: words, flow }) {
    const { error, message, place } = failure;
    if (error === undefined || place === 'callback') return notApplicable;
    const said = saidFirst(words, ['resource_invalid']);
    if (said === undefined && error.code !== 'invalid_target') return notApplicable;
    const asking = [message, flow.authorizationRequest].find(
      (each) => each?.params.get('resource') !== undefined || each?.params.get('audience') !== undefined,
    );
    const name = asking?.params.get('resource') === undefined ? 'audience' : 'resource';
    const value = asking?.params.get(name);
    const evidence = asking === undefined ? [error.at] : [at(asking, name), error.at];
    const reason = value !== undefined && name === 'resource' ? faultOf(value) : undefined;
    return fail(evidence, {
      suspicion: {
        cause: 'resource_invalid',
        weight: Math.max(0.96, said?.weight ?? 0),
        evidence,
        proof: wordsProof(failure),
        ...(reason === undefined
          ? {}
          : { sentence: `The resource asked for is no valid identifier: ${reason}.` }),
      },
    });
  },
});

/** RFC 8707 §2: an absolute URI without a fragment. */
function faultOf(resource: string): string | undefined {
  const { scheme, fragment } = urlParts(resource);
  if (scheme === '') return 'it is no absolute URI';
  return fragment === undefined ? undefined : 'it has a fragment';
}
