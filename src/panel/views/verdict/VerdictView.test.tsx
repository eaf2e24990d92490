// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { failedFlow, failedLogin } from '../../../testing/failed-login.ts';
import { storeOf } from '../../../testing/store-of.ts';
import { VerdictView } from './VerdictView.tsx';

/** What the page put on the clipboard. */
let clipboard: string[] = [];

beforeEach(() => {
  clipboard = [];
  document.execCommand = (command) => {
    const selected = document.querySelector('textarea');
    if (command !== 'copy' || selected === null) return false;
    const { value, selectionStart, selectionEnd } = selected;
    clipboard.push(value.slice(selectionStart, selectionEnd));
    return true;
  };
});

/** The button below the verdict of a flow in the words it has; undefined when there is none. */
async function buttonOf(flow: FlowReport): Promise<HTMLButtonElement | undefined> {
  const store = storeOf(failedLogin, { flows: [flow] });
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await act(() => render(<VerdictView store={store} flow={flow} hasGood={false} />, root));
  return [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Copy for support');
}

test('one click copies verdict, proof, sequence and receipt, and says so', async () => {
  const button = await buttonOf(failedFlow);
  button?.click();
  await expect.poll(() => button?.textContent).toBe('Copied');
  const [ticket = ''] = clipboard;
  expect(clipboard).toHaveLength(1);
  expect(ticket).toContain(`## ${failedFlow.verdict.sentence}`);
  expect(ticket).toContain('Token request          https://app.test/cb/\n');
  expect(ticket).toContain('```mermaid\nsequenceDiagram\n');
  expect(ticket).toContain('app-xauthorization_server: Token request (400)');
  expect(ticket).toMatch(/\nRedacted: 1 code, 1 code_challenge, 1 code_verifier, 1 state\.\n$/u);
  expect(ticket).not.toContain('SplxlOBeZQQYbYS6WxSbIA');
});

const judged = (outcome: FlowReport['verdict']['outcome'], findings = failedFlow.findings): FlowReport => ({
  ...failedFlow,
  verdict: { ...failedFlow.verdict, outcome },
  findings,
});
const hints = failedFlow.findings.map((finding) => ({ ...finding, severity: 'info' as const }));

test.each([
  ['a failed login', judged('failed', []), true],
  ['an abandoned login', judged('abandoned', []), true],
  ['a login that went to a server', judged('handed_to_server', []), true],
  ['a login that succeeded and has a problem', judged('succeeded'), true],
  ['a login that succeeded', judged('succeeded', hints), false],
  ['a login under way', judged('in_progress'), false],
])('whether %s has the button, which is for what went wrong', async (_, flow, expected) => {
  expect((await buttonOf(flow)) !== undefined).toBe(expected);
});
