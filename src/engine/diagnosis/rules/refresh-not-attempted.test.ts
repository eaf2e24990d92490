import { expect, test } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { fromTraceText, traceStart } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';

const login = (more = ',"refresh_token":"r"'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t1","token_type":"Bearer","expires_in":60${more}} @0s`;
const call = (second: number): string =>
  `GET https://api.test/x [Authorization: Bearer t1] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] @${second}s`;
const userinfo = 'GET https://op.test/userinfo [Authorization: Bearer t1] -> 200 {"sub":"s"} @160s';
const refresh = (second: number): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"t2","token_type":"Bearer","expires_in":60} @${second}s`;

/** A token that says itself when it ends, and what the API's clock shows when it refuses it. */
const withExp = (second: number, apiSecond: number): string => {
  const at = traceStart / 1000;
  const token = unsignedJwt({ scope: 'a', exp: at + second });
  const date = new Date((at + apiSecond) * 1000).toUTCString();
  return `${login()}\n${call(120).replace('[WWW', `[Date: ${date}] [WWW`)}`.replaceAll(/\bt1\b/g, token);
};

checkRule('refresh-not-attempted', {
  fails: {
    'one call': {
      trace: `${login()}\n${call(120)}\n${userinfo}`,
      severity: 'warning',
      cause: undefined,
    },
    'a file ends with the call, long after the token had expired': {
      trace: `${login()}\n${call(120)}`,
      severity: 'warning',
      cause: undefined,
    },
    'a file ends too soon after two calls to blame both': {
      trace: `${login()}\n${call(120)}\n${call(121)}`,
      severity: 'warning',
      cause: undefined,
    },
    'the token says itself that it had expired': {
      trace: withExp(60, 120),
      severity: 'warning',
      cause: undefined,
    },
    'call after call': {
      trace: `${login()}\n${call(120)}\n${call(180)}`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'a file ends with the call, just after the token had expired': `${login()}\n${call(70)}\n${call(71)}`,
    'a refresh follows': `${login()}\n${call(120)}\n${refresh(121)}`,
    'a refresh runs already': `${login()}\n${refresh(119)}\n${call(120)}`,
    'there is no refresh token': `${login('')}\n${call(120)}\n${call(180)}`,
    'the token had not expired': `${login()}\n${call(20)}`,
    'only the clock of this computer says so': withExp(0, -3480),
    'its life is not known': `${login().replace('"expires_in":60,', '')}\n${call(120)}`,
  },
});

test('while the log still grows the refresh may come after the call', () => {
  const exchanges = fromTraceText(`${login()}\n${call(120)}`);
  const rules = analyze(exchanges, traceStart + 121_000).flows.flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );
  expect(rules).toEqual(['access-token-rejected']);
});
