import type { Exchange } from '../src/engine/http/exchange.ts';
import { expect, test } from './support/fixtures.ts';
import { endOfLogin, startLogin } from './support/log-in.ts';
import { storedExchanges } from './support/log.ts';
import { moments, type Moment } from './support/moments.ts';
import { firstWorker, workerProcess } from './support/worker.ts';

/** What the log has of the login, whenever the worker was killed. */
const wholeLog: readonly string[] = [
  'GET / 200',
  'GET /.well-known/openid-configuration 200',
  'GET /auth 303',
  'GET /interaction/* 200',
  'POST /interaction/* 303 password&user',
  'GET /auth/* 303',
  'GET /interaction/* 200',
  'POST /interaction/* 303 answer',
  'GET /auth/* 303',
  'GET /callback.html 200',
  'GET /.well-known/openid-configuration 200',
  'POST /token 400 client_id&code&code_verifier&grant_type&redirect_uri',
];

/** One line of the log, without what is another in each login. */
function lineOf({ method, url, status, requestBody, known }: Exchange): string {
  const { pathname } = new URL(url);
  const missing = Object.entries(known).flatMap(([part, is]) => (is ? [] : [part]));
  return [
    `${method} ${pathname.replace(/[\w-]{21,}/u, '*')} ${status}`,
    ...(requestBody === undefined
      ? []
      : [[...new URLSearchParams(requestBody.text).keys()].toSorted().join('&')]),
    ...(pathname === '/token' ? missing : missing.filter((part) => part !== 'responseBody')),
  ].join(' ');
}

for (const killed of ['never', ...moments] as const) {
  const words = killed === 'never' ? 'left alone' : `killed ${killed}`;
  test(`the verdict is the same with the worker ${words}`, async ({
    stage,
    extension,
    inspected,
    openPanel,
  }) => {
    const { tab } = inspected;
    const worker = await workerProcess(extension);
    const reached = async (moment: Moment): Promise<void> => {
      if (moment === killed) await worker.kill();
    };
    await reached('before the login');
    await startLogin(tab, stage.app, 'redirect-at-token&hold=yes');
    await tab.getByLabel('User name').fill('alice');
    await tab.getByLabel('Password').fill('correct horse');
    await reached('on the page for name and password');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByRole('button', { name: 'Allow' }).waitFor();
    await reached('on the page for consent');
    await tab.getByRole('button', { name: 'Allow' }).click();
    await tab.waitForFunction(() => 'release' in globalThis);
    await reached('between callback and token call');
    await tab.evaluate('release()');
    expect(await endOfLogin(tab)).toBe('Failed: grant request is invalid');
    await reached('after the token answer');
    const panel = await openPanel();
    await expect(panel.flows('Failed')).toHaveCount(1);
    await expect(panel.flows()).toHaveCount(1);
    await expect(panel.sentence).toHaveText(/redirect_uri/u);
    expect(await worker.isRunning()).toBe(true);
    expect((await storedExchanges(await firstWorker(extension))).map(lineOf)).toEqual(wholeLog);
  });
}
