import { expect, test, vi } from 'vitest';
import { readRawMessages } from './raw-messages.ts';

/** What reading a text costs: the characters that expressions pass over and those that are encoded, counted. */
function workOf(text: string): { readonly messages: number; readonly perCharacter: number } {
  const { exec } = RegExp.prototype;
  const { encode } = TextEncoder.prototype;
  let work = 0;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, input) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, input);
    const missed = this.sticky ? from : input.length;
    work += (found === null ? missed : found.index + found[0].length) - from;
    return found;
  });
  vi.spyOn(TextEncoder.prototype, 'encode').mockImplementation(function (this: TextEncoder, input) {
    work += input?.length ?? 0;
    return encode.call(this, input);
  });
  try {
    return { messages: readRawMessages(text).length, perCharacter: work / text.length };
  } finally {
    vi.restoreAllMocks();
  }
}

const count = 3_000;

test.each([
  ['lengths that are too long', 'GET https://a.test/ HTTP/1.1\nContent-Length: 999999999\n\nab\n'],
  ['lengths that end within another message', 'GET https://a.test/ HTTP/1.1\nContent-Length: 90000\n\nab\n'],
  ['no blank line', 'GET https://a.test/ HTTP/1.1\nContent-Length: 3\n'],
  ['lengths that fit', 'GET https://a.test/ HTTP/1.1\nContent-Length: 2\n\nab\n'],
  ['nothing but start lines', 'GET https://a.test/ HTTP/1.1\n'],
])('the cost of many messages grows with the text: %s', (_, message) => {
  const { messages, perCharacter } = workOf(message.repeat(count));
  expect(messages).toBe(count);
  // Ten lengths are tried before none is, and each try may read to the end.
  expect(perCharacter).toBeLessThan(20);
});
