import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

const names = ['device_code', 'auth_req_id'] as const;

export const deviceFlowEnded = defineRule({
  id: 'device-flow-ended',
  title: 'The device login ended without tokens',
  severity: 'error',
  why: 'The user did not finish in time or refused, or the device code was used before.',
  fix: 'Stop polling, ask for a new device code and show it to the user.',
  sources: [rfc(8628, '3.5')],
  needs: ['failure', 'flow'],
  check({ failure, flow }) {
    const { message, error } = failure;
    if (message.kind !== 'token_request' || error === undefined) return notApplicable;
    const name = names.find((each) => message.params.get(each) !== undefined);
    if (name === undefined) return notApplicable;
    const thing = name === 'device_code' ? 'device code' : 'login request';
    const evidence = [error.at, at(message, name)];
    const suspicion = { cause: 'device_code_expired', evidence, proof: wordsProof(failure) } as const;
    if (error.code === 'access_denied') {
      return fail(evidence, {
        severity: 'info',
        title: 'The user refused the login',
        suspicion: {
          ...suspicion,
          cause: 'device_denied',
          weight: 0.97,
          sentence: 'The user refused the login.',
        },
      });
    }
    if (error.code === 'expired_token')
      return fail(evidence, {
        suspicion: { ...suspicion, weight: 0.97, sentence: `The ${thing} expired before the user finished.` },
      });
    if (error.code !== 'invalid_grant') return notApplicable;
    const earlier = flow.grants.slice(0, flow.grants.indexOf(message));
    const sentence = earlier.some(({ answer }) => answer === 'success')
      ? `The ${thing} was used again after it had been redeemed.`
      : earlier.some((each) => each.error?.code === 'expired_token')
        ? `The client went on polling after the ${thing} had expired.`
        : `The ${thing} is expired, refused or already used.`;
    return fail(evidence, { suspicion: { ...suspicion, weight: 0.9, sentence } });
  },
});
