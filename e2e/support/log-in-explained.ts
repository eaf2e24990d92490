import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { logIn } from './log-in.ts';
import type { LoginCase } from './cases.ts';
import type { PanelView } from './panel.ts';

/** A whole login whose verdict stands and will not change. */
export async function logInExplained(
  tab: Page,
  app: string,
  panel: PanelView,
  { fault, outcome, verdict }: Pick<LoginCase, 'fault' | 'outcome' | 'verdict'>,
): Promise<void> {
  await logIn(tab, app, fault);
  await expect(panel.flows(outcome)).toHaveCount(1);
  await expect(panel.sentence).toHaveText(verdict);
  // DevTools hands over the body of an answer after the answer: only then is the verdict the one that is exported.
  await expect(panel.verdict).not.toContainText('the body of a token answer');
}
