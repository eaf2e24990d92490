import { materialsOf } from './materials.ts';
import type { Judge } from './read-flow.ts';
import { rules } from './rules/index.ts';
import { findingsOf, runRules } from './run-rules.ts';
import { verdictOf } from './verdict.ts';

/** Says why a flow ended as it did, and which rules it breaks. */
export const judge: Judge = (reading) => {
  const materials = materialsOf(reading);
  const results = runRules(rules, materials);
  const { outline, authority } = reading;
  return {
    ...outline,
    verdict: { ...outline.verdict, ...verdictOf(materials, results, authority) },
    findings: findingsOf(results),
  };
};
