import * as fc from 'fast-check';
import type { LoginPlan } from './login-trace.ts';

const plan = fc.record({
  tab: fc.integer({ min: 1, max: 3 }),
  redeemedIn: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('server' as const)),
  at: fc.integer({ min: 0, max: 8 }),
  pace: fc.constantFrom(0.25, 0.5, 1.5),
  pushed: fc.boolean(),
  pkce: fc.boolean(),
  loginPages: fc.boolean(),
  refreshes: fc.integer({ min: 0, max: 3 }),
  userinfo: fc.boolean(),
  fails: fc.boolean(),
});

const named = (plans: readonly Omit<LoginPlan, 'name'>[]): readonly LoginPlan[] =>
  plans.map((one, index) => ({ ...one, name: `login${index}` }));

/** Up to five logins of one client, in whatever tabs and at whatever times. */
export const sessionPlans = fc
  .array(plan, { minLength: 1, maxLength: 5 })
  .map((plans) => named(plans.map((one) => ({ ...one, constant: false, equalCodes: false }))));

/** The same where the values of app or server hardly tell one login from another. */
export const repeatingPlans = fc
  .array(plan, { minLength: 2, maxLength: 4 })
  .chain((plans) =>
    fc
      .constantFrom({ constant: true, equalCodes: false, pkce: false }, { constant: false, equalCodes: true })
      .map((kind) => named(plans.map((one) => ({ ...one, ...kind })))),
  );
