import { secretDefect, isGuid } from '../../oauth/secret-defect.ts';
import { rfc } from '../../oauth/source.ts';
import { parsePlaceholder } from '../../oauth/placeholder.ts';
import { credentialsAt, lastSuccess, saysOtherwise } from '../client-refusal.ts';
import { isClientRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const clientSecretSuspicious = defineRule({
  id: 'client-secret-suspicious',
  title: 'The client secret has a tell-tale defect',
  severity: 'error',
  why: 'A secret that was pasted with its quotes, cut off or never filled in is another secret.',
  fix: 'Copy the secret again from the registration (its value, not its id) into the secret store, and restart what reads it.',
  sources: [rfc(6749, '2.3.1'), rfc(6749, '5.2')],
  needs: ['clientCall', 'said', 'surroundings'],
  check({ clientCall, said, surroundings }) {
    const { secret, clientId } = clientCall.authentication;
    // A secret that works is the secret, whatever it looks like.
    if (secret === undefined || !isClientRefused(clientCall)) return notApplicable;
    if (saysOtherwise(said, 'client_secret_wrong')) return notApplicable;
    const before = lastSuccess(clientCall, surroundings)?.authentication.secret;
    if (secret === before) return pass;
    const isMicrosoft = surroundings.authority(clientCall.endpoint).provider.startsWith('entra');
    const defect =
      secretDefect(secret, clientId) ??
      (isMicrosoft && isGuid(secret) ? 'is the secret’s id, not its value' : undefined) ??
      (before === undefined ? undefined : lengthDefect(secret, before));
    if (defect === undefined) return pass;
    const evidence = credentialsAt(clientCall);
    const sentence = `The client secret ${defect}.`;
    return fail(evidence, { suspicion: { cause: 'client_secret_wrong', weight: 0.9, evidence, sentence } });
  },
});

/** A piece of the secret that worked before. */
function lengthDefect(secret: string, before: string): string | undefined {
  const hidden = parsePlaceholder(secret);
  if (hidden?.note === 'cut off') return 'is cut off: the one that worked before is longer';
  if (hidden?.note === 'padded') return 'has more characters around the one that worked before';
  if (hidden !== undefined || parsePlaceholder(before) !== undefined) return undefined;
  if (before.startsWith(secret) || before.endsWith(secret))
    return 'is cut off: the one that worked before is longer';
  return secret.includes(before) ? 'has more characters around the one that worked before' : undefined;
}
