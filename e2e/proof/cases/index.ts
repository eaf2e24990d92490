import type { ProofCase } from '../proof-case.ts';
import { authorizeCases } from './authorize.ts';
import { bindingCases } from './binding.ts';
import { cleanCases } from './clean.ts';
import { clientCases } from './client.ts';
import { codeCases } from './code.ts';
import { deviceCases } from './device.ts';
import { refreshCases } from './refresh.ts';
import { troubleCases } from './trouble.ts';

/** Every case, in the order of the page. */
export const proofCases: readonly ProofCase[] = [
  ...cleanCases,
  ...authorizeCases,
  ...clientCases,
  ...codeCases,
  ...bindingCases,
  ...refreshCases,
  ...deviceCases,
  ...troubleCases,
];
