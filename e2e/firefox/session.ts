import type { Marionette } from './marionette.ts';

/** How long anything may take to appear, in milliseconds: how fast a machine is decides no test. */
export const patienceMs = 60_000;

/** A script may wait for something, and has to say what did not come before its own time is over. */
export const scriptTimeout = 2 * patienceMs;

/** What a command came to; throws the browser's own words when it failed. */
export async function value(outcome: ReturnType<Marionette['send']>): Promise<unknown> {
  const result = await outcome;
  if (!result.ok) throw new Error(`Firefox answered "${result.error}": ${result.message}`);
  return result.value;
}

/** Runs `body` (async, with `args`) with the browser's own privileges. */
export async function privileged(
  marionette: Marionette,
  body: string,
  args: readonly unknown[] = [],
): Promise<unknown> {
  const script = `const [args, done] = arguments;
    (async () => { ${body} })().then((it) => done({ it: it ?? null }), (e) => done({ failed: String(e) + '\\n' + e?.stack }));`;
  await value(marionette.send('Marionette:SetContext', { value: 'chrome' }));
  const answer = await value(
    marionette.send('WebDriver:ExecuteAsyncScript', { script, args: [args], scriptTimeout }),
  );
  const told = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  if (typeof told !== 'object' || told === null || !('it' in told)) {
    throw new Error(`The script failed in Firefox: ${JSON.stringify(told)}`);
  }
  return told.it;
}
