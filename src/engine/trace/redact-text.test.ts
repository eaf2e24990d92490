import { expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const shown = (text: string): string => createRedactor({ key: new Uint8Array(32) }).text(text);

test.each([
  'Almost certainly the login ran at tenant “localhost:42719” and the code was redeemed at tenant “other”.',
  'The login of client “spa” failed.',
])('what is quoted as a tenant or a client is not a person: %s', (sentence) => {
  expect(shown(sentence)).toBe(sentence);
});

test.each(["User account 'jane.roe' does not exist.", 'The login "jane.roe" was refused.'])(
  'who is quoted is hidden: %s',
  (sentence) => {
    expect(shown(sentence)).not.toContain('jane.roe');
  },
);
