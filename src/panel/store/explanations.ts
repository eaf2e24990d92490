/** What names and values mean: texts that no verdict needs, in a file that is loaded when something is first explained. */
export { claimExplanationOf, explanationOf } from '../../engine/oauth/parameter-explanations.ts';
export { valueExplanationOf } from '../../engine/oauth/value-explanations.ts';
