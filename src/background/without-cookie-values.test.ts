import { expect, test } from 'vitest';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import { isPlaceholder } from '../engine/trace/placeholder.ts';
import { fold } from '../testing/capture-events.ts';
import { loginEvents } from '../testing/login-events.ts';
import { withoutCookieValues } from './without-cookie-values.ts';

const clean = withoutCookieValues('key');

function sent(name: string, value: string): string | undefined {
  const details = { requestId: '1', timeStamp: 1, requestHeaders: [{ name, value }] };
  return JSON.stringify(clean({ type: 'headers_sent', details }));
}

/** The value of one header of an answer, as it is kept. */
function received(value: string, type: 'answer_received' | 'completed' | 'redirected'): string | undefined {
  const details = {
    ...{ requestId: '1', timeStamp: 1, statusCode: 200, redirectUrl: 'https://app.test/' },
    responseHeaders: [{ name: 'Set-Cookie', value }],
  };
  const event: CaptureEvent = clean({ type, details, related: true });
  return 'details' in event && 'responseHeaders' in event.details
    ? event.details.responseHeaders?.[0]?.value
    : undefined;
}

const tags = (text: string | undefined): readonly string[] => text?.match(/‹[^›]+›/gu) ?? [];

test('of cookies that are sent, names and order are kept, and equal values stay equal', () => {
  const kept = sent('Cookie', 'sid=7f3a9c; theme=; other=7f3a9c; last=x; alone');
  expect(kept).toMatch(/"sid=‹[^›]+›; theme=; other=‹[^›]+›; last=‹[^›]+›;‹[^›]+›"/u);
  const [sid, other, last] = tags(kept);
  expect(sid).toBe(other);
  expect(last).not.toBe(sid);
  expect(tags(kept).every(isPlaceholder)).toBe(true);
});

test.each(['answer_received', 'completed', 'redirected'] as const)(
  'of a cookie that is set, the attributes are kept too (%s)',
  (type) => {
    expect(received('state=abc=def; Path=/; SameSite=None; Secure; Mine=secret', type)).toMatch(
      /^state=‹cookie·[0-9a-f]{8}-[0-9a-f]{4}·7 chars›; Path=\/; SameSite=None; Secure; Mine=‹[^›]+6 chars›$/u,
    );
  },
);

test('several cookies in one header stay several', () => {
  expect(received('a=1; HttpOnly\nb=; Max-Age=0', 'completed')).toMatch(
    /^a=‹[^›]+›; HttpOnly\nb=; Max-Age=0$/u,
  );
});

test('what was set and what is sent back are equal, under one key only', () => {
  const set = tags(received('sid=7f3a9c', 'completed'))[0];
  expect(tags(sent('cookie', 'sid=7f3a9c'))).toEqual([set]);
  const details = { requestId: '1', timeStamp: 1, requestHeaders: [{ name: 'cookie', value: 'sid=7f3a9c' }] };
  const elsewhere = withoutCookieValues('another key')({ type: 'headers_sent', details });
  expect(tags(JSON.stringify(elsewhere))).not.toContain(set);
});

test('other headers are the browser’s own', () => {
  expect(sent('Authorization', 'Bearer k; a=b')).toContain('Bearer k; a=b');
});

test('no value of a cookie of a recorded login is in its log', () => {
  const values = loginEvents.flatMap((event) =>
    'details' in event
      ? [...JSON.stringify(event.details).matchAll(/"(?:Set-)?Cookie","value":"[^"]*?\.sig=([^;"]+)/giu)].map(
          ([, value = '']) => value,
        )
      : [],
  );
  expect(values.length).toBeGreaterThan(3);
  const kept = JSON.stringify(fold(loginEvents.map(clean)));
  expect(values.filter((value) => kept.includes(value))).toEqual([]);
  expect(kept).toContain('a_interaction.sig=‹cookie·');
});
