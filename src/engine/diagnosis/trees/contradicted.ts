import type { CauseId } from '../../oauth/causes.ts';
import type { Materials } from '../materials.ts';
import type { RuleResult } from '../run-rules.ts';
import type { Suspicion } from '../suspicion.ts';

/** What this recording shows of a parameter when it shows the contrary of a cause. */
interface Contrary {
  readonly parameter: string;
  /** The comparison of both requests that came out equal, as rules name it. */
  readonly compared?: string;
  /** The request that has the parameter, though the server says it has none. */
  readonly carriedBy?: 'authorizationRequest' | 'tokenRequest';
}

const contraries: ReadonlyMap<CauseId, Contrary> = new Map<CauseId, Contrary>([
  ['redirect_uri_mismatch_at_token', { parameter: 'redirect_uri', compared: 'redirect_uri' }],
  ['pkce_verifier_mismatch', { parameter: 'code_challenge', compared: 'PKCE' }],
  ['code_other_client', { parameter: 'client_id', compared: 'client' }],
  ['pkce_required', { parameter: 'code_challenge', carriedBy: 'authorizationRequest' }],
  ['pkce_verifier_missing', { parameter: 'code_verifier', carriedBy: 'tokenRequest' }],
]);

/** The server's words where this recording shows the contrary, told as what the server must hold instead. */
export function heldOtherwise(
  said: readonly Suspicion[],
  materials: Materials,
  results: readonly RuleResult[],
): readonly Suspicion[] {
  const passed = new Set(
    results.flatMap(({ rule, result }) => (result.outcome === 'pass' ? [rule.rulesOut] : [])),
  );
  return said.map((suspicion) => {
    const contrary = contraries.get(suspicion.cause);
    // A text with a sentence of its own speaks of another fault, such as the verifier's length.
    if (contrary === undefined || suspicion.sentence !== undefined) return suspicion;
    const { parameter, compared, carriedBy } = contrary;
    const carrier = carriedBy === undefined ? undefined : materials[carriedBy];
    if (!passed.has(compared ?? '') && carrier?.params.get(parameter) === undefined) return suspicion;
    return {
      ...suspicion,
      weight: Math.min(suspicion.weight, 0.9),
      sentence:
        compared === undefined
          ? `The server did not take the ${parameter} that the request carries.`
          : `The server holds another ${parameter} for this code than was seen here, where both requests agree.`,
      fix:
        suspicion.fix ??
        `Look for what changes or drops ${parameter} on its way (a proxy, a request object), and for a second login that this code was mixed up with.`,
    };
  });
}
