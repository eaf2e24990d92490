import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';

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
])('unseen: %s', (_, lines, expected) => {
  expect(flowsIn(lines.join('\n')).map(({ unseen }) => unseen)).toEqual([expected]);
});
