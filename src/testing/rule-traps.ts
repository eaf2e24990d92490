import { trapsAToD } from './rule-traps-a-to-d.ts';
import { trapsEToO } from './rule-traps-e-to-o.ts';
import { trapsPToZ } from './rule-traps-p-to-z.ts';

const traps = { ...trapsAToD, ...trapsEToO, ...trapsPToZ };

/**
 * What looks like the rule’s fault and is none, or looks like none and is one. Each is the name of a fixture in the
 * rule’s test, under `silent` or `fails`; `checkRule` holds that.
 */
export const rulesTraps: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(traps));
