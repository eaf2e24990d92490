import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';

const ask = 'GET https://op.test/authorize?client_id=c&state=s';
const answer = 'https://app.test/cb?code=k&state=s';
const redeem = 'POST https://op.test/token grant_type=authorization_code&code=k';
const good = '200 {"access_token":"a"}';

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['nothing of a whole login', [`${ask}&response_type=code -> 302 ${answer}`, `${redeem} -> ${good}`], []],
  [
    'the token call of a server',
    [`${ask}&response_type=code -> 302 ${answer}`, `GET ${answer} -> 200 <p>`],
    ['token_call_on_server'],
  ],
  [
    'the token call of an app that the browser opens',
    [`${ask}&response_type=code -> 302 com.example.app:/cb?code=k&state=s`],
    ['token_call_in_app'],
  ],
  [
    'what a wallet posts',
    [
      'GET https://wallet.test/authorize?client_id=c&response_type=vp_token&response_mode=direct_post&response_uri=https://app.test/vp&nonce=n -> 200 <p>Show</p>',
    ],
    ['answer_by_script'],
  ],
  [
    'the token call of a server that failed',
    [`${ask}&response_type=code -> 302 ${answer}`, `GET ${answer} -> 500 <p>`],
    ['token_call_on_server'],
  ],
  [
    'what came before the recording',
    [`GET ${answer} -> 200 <p>`, `${redeem} -> ${good}`],
    ['capture_started_late'],
  ],
  [
    'a request by reference',
    [`${ask}&request_uri=urn:x -> 302 ${answer}`, `${redeem} -> ${good}`],
    ['request_object_by_reference'],
  ],
  [
    'an encrypted request',
    [`${ask}&request=eyJh.a.b.c.d -> 302 ${answer}`, `${redeem} -> ${good}`],
    ['request_object_by_reference'],
  ],
  [
    'the body of a token answer',
    [`${ask}&response_type=code -> 302 ${answer}`, `${redeem} -> 200 unknown=responseBody`],
    ['body_unavailable'],
  ],
  [
    'an answer that a pop-up hands to the page by script',
    [`${ask}&response_type=code&redirect_uri=postmessage -> 200 <p>Log in</p>`],
    ['answer_by_script'],
  ],
  [
    'a code that the user is to type',
    [`${ask}&response_type=code&redirect_uri=urn:ietf:wg:oauth:2.0:oob -> 200 <p>Your code</p>`],
    ['answer_by_script'],
  ],
  [
    'a window message',
    [`${ask}&response_type=code&response_mode=web_message -> 200 <p>Wait</p>`],
    ['answer_by_script'],
  ],
  [
    'tokens behind a number sign',
    [`${ask}&response_type=id_token -> 200 <p>Log in</p> unknown=fragment`],
    ['answer_in_fragment'],
  ],
  [
    'nothing where fragments are recorded, the answer would be in the query, or a silent check ended',
    [
      `${ask}&response_type=id_token -> 200 <p>Log in</p> tab=1`,
      `${ask}2&response_type=code -> 200 <p>Log in</p> unknown=fragment tab=2`,
    ],
    [],
  ],
  [
    'an encrypted answer',
    [
      `${ask}&response_type=code&redirect_uri=https://app.test/cb -> 302 https://app.test/cb?response=eyJh.a.b.c.d`,
    ],
    ['token_call_on_server', 'answer_encrypted'],
  ],
  [
    'a header that may have had a secret',
    [
      'POST https://op.test/token grant_type=client_credentials&client_id=c -> 401 {"error":"invalid_client"} unknown=requestHeaders',
    ],
    ['headers_unavailable'],
  ],
  [
    'a token request that may have failed where failures are not listed',
    [`${ask}&response_type=code&response_mode=fragment -> 302 ${answer.replace('?', '#')} unknown=failures`],
    ['failed_calls'],
  ],
  [
    'nothing of a login whose code was redeemed where failures are not listed',
    [`${ask}&response_type=code -> 302 ${answer} unknown=failures`, `${redeem} -> ${good}`],
    [],
  ],
  [
    'cookies that the browser kept back',
    [`${ask}&response_type=code -> 400 <p>no</p> unknown=browserHeaders`],
    ['cookies_unavailable'],
  ],
  [
    'nothing of a whole login whose cookies were kept back',
    [`${ask}&response_type=code -> 302 ${answer} unknown=browserHeaders`, `${redeem} -> ${good}`],
    [],
  ],
  [
    'a client certificate',
    [`POST https://mtls.op.test/token grant_type=client_credentials&client_id=c -> ${good}`],
    ['client_certificate'],
  ],
  [
    'a client certificate that the token alone tells of',
    [
      `POST https://op.test/token grant_type=client_credentials&client_id=c -> 200 {"access_token":"${unsignedJwt({ cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' } })}","token_type":"Bearer"}`,
    ],
    ['client_certificate'],
  ],
  [
    'none, where the token is bound to a key of another kind',
    [
      `POST https://op.test/token grant_type=client_credentials&client_id=c -> 200 {"access_token":"${unsignedJwt({ cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } })}","token_type":"Bearer"}`,
    ],
    [],
  ],
  [
    'none, where the client authenticates all the same',
    [
      `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=s -> 200 {"access_token":"${unsignedJwt({ cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' } })}","token_type":"Bearer"}`,
    ],
    [],
  ],
])('unseen: %s', (_, lines, expected) => {
  expect(flowsIn(lines.join('\n')).flatMap(({ unseen }) => unseen)).toEqual(expected);
});
