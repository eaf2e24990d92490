import type { FlowReport } from '../../engine/diagnosis/report.ts';
import type { Recording } from './recording.ts';
import type { Token } from './tokens-of.ts';

/** What a claim is compared with, and how that came out. */
export interface ClaimCheck {
  readonly holds: boolean;
  readonly words: string;
}

/**
 * Compares claims of an ID token with what the flow asked for. Masked values of one recording are equal exactly when
 * the values are, so nothing has to be revealed for it.
 */
export function checkClaim(
  token: Token,
  name: string,
  flow: FlowReport,
  recording: Recording,
): ClaimCheck | undefined {
  if (token.name !== 'id_token' || token.claims === undefined) return undefined;
  const value = token.claims[name];
  if (name === 'nonce') return checkNonce(value, flow, recording);
  if (name === 'aud' && flow.clientId !== undefined) {
    const audience: readonly unknown[] = Array.isArray(value) ? value : [value];
    const holds = audience.includes(recording.text(flow.clientId));
    return { holds, words: holds ? 'is the client of this login' : `is not the client ${flow.clientId}` };
  }
  if (name === 'iss' && flow.authority.issuer !== undefined) {
    const holds = value === flow.authority.issuer;
    return { holds, words: holds ? 'is the server that was asked' : `is not ${flow.authority.issuer}` };
  }
  const seenAt = token.sights[0]?.step.at;
  if (name === 'exp' && typeof value === 'number' && seenAt !== undefined) {
    const holds = value * 1000 > seenAt;
    return { holds, words: holds ? 'not expired when it was seen' : 'expired before it was seen' };
  }
  return undefined;
}

const hashed: ReadonlyMap<string, string> = new Map([
  ['at_hash', 'access token'],
  ['c_hash', 'code'],
  ['s_hash', 'state'],
]);

/** What a hash in an ID token is of, where that came with it. */
export function checkHash(
  name: string,
  hashes: ReadonlyMap<string, boolean> | undefined,
): ClaimCheck | undefined {
  const holds = hashes?.get(name);
  if (holds === undefined) return undefined;
  return { holds, words: `is ${holds ? '' : 'not '}the hash of the ${hashed.get(name)}` };
}

function checkNonce(value: unknown, flow: FlowReport, recording: Recording): ClaimCheck | undefined {
  const index = flow.steps.findIndex(({ message }) => message === 'authorization_request');
  const step = flow.steps[index];
  if (step === undefined) return undefined;
  const sent = recording
    .facts(step.exchange)
    .flatMap(({ facts }) => facts)
    .find(({ at }) => at.name === 'nonce' && at.part !== 'response_json');
  if (sent === undefined || recording.isRevealed(sent.at)) return undefined;
  const holds = sent.value === value;
  return {
    holds,
    words: holds ? `is the nonce of step ${index + 1}` : `is not the nonce of step ${index + 1}`,
  };
}
