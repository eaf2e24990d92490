import type { Message } from '../../oauth/message.ts';
import type { PlacedParameter } from '../../oauth/message-parameters.ts';
import { singleParameters } from '../../oauth/single-parameters.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

export const duplicateParameter = defineRule({
  id: 'duplicate-parameter',
  title: 'A parameter that may occur once occurs more than once',
  severity: 'error',
  why: 'Two readers may take two different values, and servers refuse such a request.',
  fix: 'Send each parameter once.',
  sources: [rfc(6749, '3.1'), rfc(6749, '3.2')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const requests: readonly Message[] = [
      ...flow.messages.filter(
        (message) => message.kind === 'authorization_request' && message.carrier === 'plain',
      ),
      ...flow.redemptions,
      ...flow.refreshes,
      ...flow.grants,
    ];
    const found = requests
      .map((message) => ({ message, repeated: repeatedIn(message) }))
      .filter(({ repeated }) => repeated.length > 0);
    const blamed = found.find(({ message }) => message.exchange === failure?.message.exchange);
    const [first] = blamed === undefined ? found : [blamed];
    if (first === undefined) return pass;
    const evidence = first.repeated.map(({ at }) => at);
    const isRefused = blamed !== undefined && failure?.error?.code === 'invalid_request';
    const name = first.repeated[0]?.name ?? '';
    if (isRefused) {
      return fail(evidence, {
        suspicion: {
          cause: 'request_malformed',
          weight: 0.9,
          sentence: `The request has the parameter “${name}” more than once.`,
          evidence,
        },
      });
    }
    const differs = new Set(first.repeated.map(({ value }) => value)).size > 1;
    return fail(evidence, { severity: differs && blamed !== undefined ? 'error' : 'warning' });
  },
});

/** The occurrences of the first repeated parameter in one part of a request; empty values count as left out. */
function repeatedIn(message: Message): readonly PlacedParameter[] {
  const own = message.params.list.filter(
    ({ name, value, at }) =>
      value !== '' && at.exchange === message.exchange.id && singleParameters.has(name),
  );
  const first = own.find(({ name, at }, index) =>
    own.some((other, place) => place > index && other.name === name && other.at.part === at.part),
  );
  return first === undefined
    ? []
    : own.filter(({ name, at }) => name === first.name && at.part === first.at.part);
}
