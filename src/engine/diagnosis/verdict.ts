import type { CauseId } from '../oauth/causes.ts';
import type { Authority } from '../providers/authority.ts';
import { providerById } from '../providers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { causeWords } from './causes.ts';
import type { Materials } from './materials.ts';
import type { Cause, Confidence, RuledOut, Verdict, VerdictOutline } from './report.ts';
import type { RuleResult } from './run-rules.ts';
import { isGrantRefused, isRefused } from './refusal.ts';
import { proven, rank, type Suspicion } from './suspicion.ts';
import { suspicionsOf } from './trees/suspicions.ts';
import { outcomeSentence } from './outcome-sentence.ts';

/** The words of a flow's verdict: what happened and, when it failed, the causes, best first. */
export function verdictOf(
  materials: Materials,
  results: readonly RuleResult[],
  authority: Authority,
): Omit<Verdict, keyof VerdictOutline> {
  const { failure } = materials;
  const suspicions =
    failure === undefined ? rulesAlone(results, materials) : suspicionsOf(failure, materials, results);
  const causes = rank(suspicions).map((suspicion) => causeOf(suspicion, providerById(authority.provider)));
  const [best] = causes;
  return {
    sentence: best === undefined ? outcomeSentence(materials) : sentenceOf(best, materials),
    causes,
    ruledOut: ruledOut(results, causes, materials),
  };
}

const endAtApp: ReadonlySet<CauseId> = new Set(['id_token_invalid', 'nonce_mismatch', 'issuer_mismatch']);

/**
 * A login that stops without an error answer may still have a fault that a rule saw, e.g. a state that was exchanged;
 * and one whose ID token is not for this login ends at the app, which must refuse it (OpenID Connect Core §3.1.3.7).
 */
function rulesAlone(
  results: readonly RuleResult[],
  { progress: { outcome } }: Materials,
): readonly Suspicion[] {
  const hasStopped = outcome === 'abandoned' || outcome === 'handed_to_server';
  return results.flatMap(({ rule, result }) =>
    result.outcome === 'fail' &&
    result.suspicion !== undefined &&
    (hasStopped || (outcome === 'succeeded' && endAtApp.has(result.suspicion.cause))) &&
    (result.severity ?? rule.severity) === 'error'
      ? [result.suspicion]
      : [],
  );
}

/** What to change is said in the provider's own menus where they are known. */
function causeOf(suspicion: Suspicion, provider: Provider): Cause {
  const words = causeWords(suspicion.cause);
  const setting = provider.fixes[suspicion.cause];
  const sources = suspicion.sources ?? words.sources;
  const confidence = confidenceOf(suspicion.weight);
  const decidedBy = suspicion.decidedBy ?? words.decidedBy;
  return {
    id: suspicion.cause,
    confidence,
    weight: suspicion.weight,
    sentence: suspicion.sentence ?? words.sentence,
    evidence: suspicion.evidence,
    proof: suspicion.proof,
    fix: suspicion.fix ?? setting ?? words.fix,
    sources:
      setting === undefined || sources.includes(provider.documentation)
        ? sources
        : [...sources, provider.documentation],
    decidedBy: confidence === 'certain' ? undefined : decidedBy,
  };
}

function confidenceOf(weight: number): Confidence {
  if (weight >= proven) return 'certain';
  return weight >= 0.5 ? 'likely' : 'possible';
}

/** What is wrong; where the server saw no fault, who does. */
function sentenceOf(cause: Cause, { progress }: Materials): string {
  if (progress.outcome !== 'succeeded') return hedged(cause);
  return `The server issued tokens, and the app has to refuse them: ${asClause(hedged(cause))}`;
}

/** The best cause as a sentence that claims no more than is known. */
function hedged({ sentence, confidence, weight }: Cause): string {
  // A quotation is no guess, whatever it means.
  if (confidence === 'certain' || sentence.startsWith('The server says: ')) return sentence;
  const opening =
    confidence === 'possible' ? 'It could be that' : weight >= 0.8 ? 'Almost certainly' : 'Probably';
  return `${opening} ${asClause(sentence)}`;
}

/** A sentence as it stands after other words. */
function asClause(sentence: string): string {
  const isWord =
    /^(?:The|There|This|An?|No|It|Less|One|Two|Several|White|With|Nothing|Almost|Probably) /.test(sentence);
  return isWord ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/**
 * What a reader need not suspect: comparisons that were made and came out equal. A server that refused the client has
 * not looked at the code yet, and one that did not answer at nothing.
 */
function ruledOut(
  results: readonly RuleResult[],
  causes: readonly Cause[],
  { tokenRequest, failure }: Materials,
): readonly RuledOut[] {
  if (tokenRequest === undefined || failure?.message !== tokenRequest || !isRefused(tokenRequest)) return [];
  const isProven = causes[0]?.confidence === 'certain';
  const relevant = isGrantRefused(tokenRequest)
    ? results
    : results.filter(({ rule }) => rule.rulesOut === 'client' || rule.rulesOut === 'tenant');
  return relevant.flatMap(({ rule, result }) => {
    if (result.outcome !== 'pass' || rule.rulesOut === undefined || result.because === undefined) return [];
    // A guess that the code is too old must not stand beside the claim that its age was checked.
    if (!isProven && rule.id === 'code-redeemed-late' && causes.some(({ id }) => id === 'code_expired'))
      return [];
    return [{ label: rule.rulesOut, reason: result.because }];
  });
}
