import { providerOfHost } from '../providers/authority-of.ts';
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
  const isOfProvider = providerOfHost(`https://${authority.host}`) !== undefined;
  const isIdle = isOfProvider && outline.verdict.outcome !== 'failed';
  return {
    ...outline,
    verdict: { ...outline.verdict, ...verdictOf(materials, results, authority) },
    findings: findingsOf(isIdle ? results.filter(({ rule }) => rule.blames !== 'provider') : results),
  };
};
