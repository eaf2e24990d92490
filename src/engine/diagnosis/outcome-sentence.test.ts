import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const ask = (redirectUri: string): string =>
  `GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=${redirectUri}&state=s`;

test.each([
  [
    'a code for a server',
    `${ask('https://app.test/cb')} -> 302 https://app.test/cb?code=k&state=s`,
    /delivered to app\.test, which redeems it on its server/u,
  ],
  [
    'a code for a native app',
    `${ask('com.example.app:/cb')} -> 302 com.example.app:/cb?code=k&state=s`,
    /delivered to the app that opens “com\.example\.app:”/u,
  ],
  [
    'a code for a server, where failures are not listed',
    `${ask('https://app.test/cb')} -> 302 https://app.test/cb?code=k&state=s unknown=failures`,
    /its server redeems it out of the browser’s sight, or a token request failed/u,
  ],
  [
    'a code for a page, where failures are not listed',
    `${ask('https://app.test/cb')}&response_mode=fragment -> 302 https://app.test/cb#code=k&state=s unknown=failures`,
    /a token request that failed would not be in this recording/u,
  ],
  [
    'a code for a native app, where failures are not listed',
    `${ask('com.example.app:/cb')} -> 302 com.example.app:/cb?code=k&state=s unknown=failures`,
    /delivered to the app that opens “com\.example\.app:”/u,
  ],
  ['no answer', `${ask('https://app.test/cb')} -> 200 <p>Log in</p>`, /^The login was not finished/u],
  [
    'an answer that no recording has',
    `${ask('postmessage')} -> 200 <p>Log in</p>`,
    /^No answer to the authorization request could be seen/u,
  ],
])('what happened is said of %s', (_, trace, sentence) => {
  expect(analyze(fromTraceText(trace)).flows.map(({ verdict }) => verdict.sentence)).toEqual([
    expect.stringMatching(sentence),
  ]);
});
