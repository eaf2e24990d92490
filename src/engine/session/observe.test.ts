import { expect, test } from 'vitest';
import { answer, codes, fold, observed, post, redirect, started } from '../../testing/capture-events.ts';
import type { ObservedAnswer } from '../http/observed-answer.ts';
import type { CaptureEvent } from './capture-event.ts';

test('two equal requests at the same moment stay two, and each gets an answer', () => {
  const twins = [post('1', 'k'), post('2', 'k'), answer('1', 200), answer('2', 200)];
  expect(codes(fold([...twins, observed('a'), observed('b')]))).toEqual([
    'grant_type=authorization_code&code=k {"access_token":"a"}',
    'grant_type=authorization_code&code=k {"access_token":"b"}',
  ]);
});

test('answers find their request by body, status and time', () => {
  const body = (code: string): Partial<ObservedAnswer> => ({
    requestBody: `code=${code}&grant_type=authorization_code`,
  });
  const two = [post('1', 'k', 1000), post('2', 'm', 1000)];
  expect(codes(fold([...two, observed('b', body('m')), observed('a', body('k'))]))).toEqual([
    'code=k&grant_type=authorization_code {"access_token":"a"}',
    'code=m&grant_type=authorization_code {"access_token":"b"}',
  ]);
  const apart = [post('1', 'k', 1000), post('2', 'k', 1900)];
  expect(codes(fold([...apart, observed('late', { startedAt: 1895 })]))[1]).toContain('late');
});

test('an answer after a redirect belongs to the request that the browser sent on, and to none that it made a GET', () => {
  const after = (requestId: string, statusCode: number, method: string): CaptureEvent[] => [
    post(requestId, 'k'),
    redirect(requestId, statusCode, 'https://op.test/v2/token'),
    started(requestId, 'https://op.test/v2/token', { method, type: 'xmlhttprequest', timeStamp: 1000 }),
    answer(requestId, 200),
    observed('a', {
      ...{ channel: 'page_hook', url: 'https://op.test/v2/token', redirected: true },
      requestBody: 'grant_type=authorization_code&code=k',
    }),
  ];
  const answers = (events: readonly CaptureEvent[]): readonly string[] =>
    fold(events).map(({ method, responseBody }) => `${method} ${responseBody?.text}`);
  expect(answers(after('1', 307, 'POST'))).toEqual(['POST undefined', 'POST {"access_token":"a"}']);
  expect(answers(after('1', 302, 'GET'))).toEqual(['POST undefined', 'GET undefined']);
});

test('a body that comes late updates its exchange; delivered twice it counts once', () => {
  const events = [post('1', 'k'), answer('1', 200), observed('a'), observed('a')];
  expect(codes(fold(events))).toEqual(['grant_type=authorization_code&code=k {"access_token":"a"}']);
  const twins = [post('1', 'k'), post('2', 'k'), answer('1', 200), answer('2', 200)];
  expect(codes(fold([...twins, observed('a'), observed('a')]))).toEqual([
    'grant_type=authorization_code&code=k {"access_token":"a"}',
    'grant_type=authorization_code&code=k undefined',
  ]);
});

test('a second channel fills in what the first one had no longer', () => {
  const events = [
    post('1', 'k'),
    observed('a', { responseBody: undefined }),
    observed('b', { channel: 'page_hook' }),
  ];
  const [exchange] = fold(events);
  expect(exchange?.channels).toEqual(['web_request', 'devtools_network', 'page_hook']);
  expect(exchange?.responseBody?.text).toBe('{"access_token":"b"}');
});

test('what only DevTools saw is an exchange when it may be OAuth, and says what is not known', () => {
  const [exchange, ...others] = fold([observed('a'), observed('b', { url: 'https://news.test/x' })]);
  expect(others).toEqual([]);
  expect(exchange).toMatchObject({ id: 'r.a', status: 200, channels: ['devtools_network'] });
  expect(exchange?.known).toMatchObject({ requestHeaders: false, requestBody: false, responseBody: true });
});

test('a long page is kept as its title and words', () => {
  const page = `<title>Sign in & fail</title><script>${'x'.repeat(50_000)}</script><p>error: &lt;access_denied&gt;</p>`;
  const html = {
    method: 'GET',
    url: 'https://op.test/authorize',
    responseMediaType: 'text/html',
    responseBody: page,
  };
  const [exchange] = fold([
    started('1', 'https://op.test/authorize', { timeStamp: 1000 }),
    observed('a', html),
  ]);
  expect(exchange?.responseBody).toMatchObject({ fidelity: 'rebuilt', cutFrom: page.length });
  expect(exchange?.responseBody?.text).toBe(
    '<title>Sign in &amp; fail</title>\n<pre>error: &lt;access_denied></pre>',
  );
});
