import { expect, test } from 'vitest';
import { failedLogin } from '../../testing/failed-login.ts';
import { recordingOf } from '../../testing/recording-of.ts';
import { fromTraceText } from '../../testing/trace-text.ts';

const code = { exchange: 'token', part: 'form', name: 'code' } as const;

test('a value is masked until it is revealed, and only that one', () => {
  const recording = recordingOf(failedLogin);
  expect(recording.value(code)).toMatch(/^‹code·/u);
  recording.reveal(code);
  expect(recording.value(code)).toBe('SplxlOBeZQQYbYS6WxSbIA');
  expect(recording.value({ ...code, name: 'code_verifier' })).toMatch(/^‹code_verifier·/u);
  const shown = recording.facts('token').flatMap(({ facts }) => facts.map(({ value }) => value));
  expect(shown).toContain('SplxlOBeZQQYbYS6WxSbIA');
  recording.maskAll();
  expect(recording.value(code)).toMatch(/^‹code·/u);
});

test('an exchange is taken apart by place; headers come last', () => {
  const groups = recordingOf(failedLogin).facts('token');
  expect(groups.map(({ title, facts }) => [title, facts.map(({ at }) => at.name)])).toEqual([
    ['Form body', ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier']],
    ['Answer, JSON', ['error', 'error_description']],
    ['Request headers', ['Origin']],
  ]);
});

const many = fromTraceText(
  Array.from(
    { length: 600 },
    (_, index) =>
      `GET https://op.test/authorize?response_type=code&client_id=c${index}&redirect_uri=https://a.test/cb&state=s${index} -> 200 <p>Log in</p> @${index * 100}s tab=${index}`,
  ).join('\n'),
);

test('a long log is read in pieces, newest first, and a removed exchange is not read any more', () => {
  const tasks: (() => void)[] = [];
  const recording = recordingOf(many, (task) => tasks.push(task));
  expect(recording.size.value).toBe(600);
  expect(recording.unread.value).toBe(500);
  expect(recording.flows.value.at(-1)?.clientId).toBe('c599');
  expect(recording.flows.value).toHaveLength(100);
  recording.change([], ['e1']);
  while (tasks.length > 0) tasks.shift()?.();
  expect(recording.unread.value).toBe(0);
  expect(recording.flows.value.map(({ clientId }) => clientId)).toEqual(
    Array.from({ length: 599 }, (_, index) => `c${index + 1}`),
  );
});
