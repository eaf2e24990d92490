import { durationWords } from '../../http/duration-words.ts';
import { clockTime } from '../../http/clock-time.ts';
import { numberMember } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt, lastSuccess, saidOf, saysOtherwise } from '../client-refusal.ts';
import { isClientRefused } from '../refusal.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const clientSecretExpired = defineRule({
  id: 'client-secret-expired',
  title: 'The client’s secret or certificate was valid and no longer is',
  severity: 'error',
  why: 'Credentials expire, are revoked or are replaced at the server while an app still sends the old ones.',
  fix: 'Create a new secret (or upload a new certificate), roll it out everywhere, then remove the old one; note its expiry.',
  sources: [rfc(7591, '3.2.1'), rfc(6749, '5.2')],
  needs: ['clientCall', 'said', 'surroundings'],
  check({ clientCall, said, surroundings }) {
    if (!isClientRefused(clientCall)) return notApplicable;
    const evidence = credentialsAt(clientCall);
    const isSaid = saidOf(said, 'client_secret_expired') >= 0.9;
    if (!isSaid && saysOtherwise(said, 'client_secret_wrong')) return notApplicable;
    const issue = surroundings.secretIssue(clientCall);
    const over = clockTime(clientCall.exchange.startedAt) - (issue?.secretExpiresAt ?? NaN) * 1000;
    if (issue !== undefined && over > 0) {
      const expiry = {
        exchange: issue.exchange.id,
        part: 'response_json',
        name: 'client_secret_expires_at',
      } as const;
      return fail([expiry, ...evidence], {
        suspicion: {
          cause: 'client_secret_expired',
          weight: 0.97,
          evidence: [expiry, ...evidence],
          sentence: `The client secret had expired ${durationWords(over)} before this request, at the time that its registration gave it.`,
          proof: answerProof(['registration', expiry]),
        },
      });
    }
    if (isSaid) return fail(evidence);
    const { secret, methods } = clientCall.authentication;
    const expires = secret === undefined ? undefined : numberMember(decodeJwt(secret)?.claims, 'exp');
    const since = clockTime(clientCall.exchange.startedAt) - (expires ?? Infinity) * 1000;
    // The server’s clock may be a little behind this one.
    if (since > 60_000)
      return fail(evidence, {
        suspicion: {
          cause: 'client_secret_expired',
          weight: 0.96,
          evidence,
          sentence: `The client secret is a JWT that had expired ${durationWords(since)} before this request.`,
        },
      });
    const before = lastSuccess(clientCall, surroundings);
    if (secret === undefined || before?.authentication.secret !== secret) return notApplicable;
    if (before.authentication.methods[0] !== methods[0] || methods.length > 1) return notApplicable;
    const both = [...credentialsAt(before), ...evidence];
    return fail(both, {
      suspicion: {
        cause: 'client_secret_expired',
        weight: 0.7,
        evidence: both,
        sentence:
          'The client secret was accepted before and is not any more: it has expired, was revoked or replaced, or the client was disabled.',
      },
    });
  },
});
