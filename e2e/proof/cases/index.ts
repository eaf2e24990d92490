import type { ProofCase } from '../proof-case.ts';
import { authorizeCases } from './authorize.ts';
import { bindingCases } from './binding.ts';
import { clientCases } from './client.ts';
import { codeCases } from './code.ts';

/** Every case, in the order of the page. */
export const proofCases: readonly ProofCase[] = [
  ...authorizeCases,
  ...clientCases,
  ...codeCases,
  ...bindingCases,
];
