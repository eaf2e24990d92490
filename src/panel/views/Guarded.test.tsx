// @vitest-environment happy-dom
import { render, type JSX } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { reportOf } from './fault-report.ts';
import { Guarded } from './Guarded.tsx';

const secret = 'SplxlOBeZQQYbYS6WxSbIA-9f8e7d6c5b4a';

function Broken(): JSX.Element {
  throw new TypeError(`code ${secret} is odd`);
}

test('a part that fails says so, offers a report and a reload, and the part beside it goes on', () => {
  const root = document.createElement('div');
  void act(() =>
    render(
      <>
        <Guarded what="login">
          <Broken />
        </Guarded>
        <Guarded what="list of logins">
          <p class="beside">still here</p>
        </Guarded>
      </>,
      root,
    ),
  );
  expect(root.querySelector('[role=alert]')?.textContent).toContain('TypeError while drawing the login.');
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'Copy report',
    'Reload the panel',
  ]);
  expect(root.querySelector('.beside')?.textContent).toBe('still here');
  expect(root.innerHTML).not.toContain(secret);
});

test('a report names the fault and where it happened, and not its words', () => {
  const error = new TypeError(`code ${secret} is odd`);
  error.stack = `TypeError: code ${secret} is odd\n    at draw (https://h.test/${secret}/panel.js:3:14)\n    at views.tsx:1:2`;
  const report = reportOf(error, 'login');
  expect(report.split('\n').slice(1)).toEqual(['  at panel.js:3:14', '  at views.tsx:1:2']);
  expect(report).toMatch(/^Grantscope [\d.]+: TypeError while drawing the login\n/);
  expect(report).not.toContain(secret);
  expect(reportOf('thrown text', 'login')).toContain('string while drawing');
});
