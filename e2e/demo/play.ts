import { setTimeout as pause } from 'node:timers/promises';
import type { LoginCase } from '../support/cases.ts';
import type { DemoBrowser, PanelWords } from './demo-browser.ts';

/** How a login went, as the app and the panel said. */
export interface Played {
  /** What the app said at the end. */
  readonly app: string;
  readonly words: PanelWords;
  /** True when the panel shows the login's flows beside those before, with the outcome and the verdict of the case. */
  readonly isRight: boolean;
}

/** Plays a login, then looks at the panel until it says what it should, for ten seconds at most. */
export async function play(browser: DemoBrowser, app: string, login: LoginCase): Promise<Played> {
  const count = ({ flows }: PanelWords): number =>
    flows.filter((each) => each.includes(login.outcome)).length;
  // A renewal is a flow of its own.
  const added = login.way === 'renewed' ? 2 : 1;
  const before = await browser.look();
  const said = await browser.logIn(app, login);
  const until = Date.now() + 10_000;
  for (;;) {
    const words = await browser.look();
    const isRight =
      words.flows.length === before.flows.length + added &&
      count(words) === count(before) + added &&
      login.verdict.test(words.sentence);
    if (isRight || Date.now() > until) return { app: said, words, isRight };
    await pause(100);
  }
}
