import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { rules } from './rules/index.ts';

const metadata = (host: string): string =>
  `GET https://${host}/.well-known/openid-configuration -> 200 {"issuer":"https://${host}","authorization_endpoint":"https://${host}/oauth2/v1/authorize","token_endpoint":"https://${host}/oauth2/v1/token","jwks_uri":"https://${host}/oauth2/v1/keys"}`;
const ask = (host: string): string =>
  `GET https://${host}/oauth2/v1/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s`;
const callback = 'https://app.test/cb?code=k1&state=s';
const redeem = (host: string): string =>
  `POST https://${host}/oauth2/v1/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb`;
const good = '200 {"access_token":"t","token_type":"Bearer"}';

/** What each rule that blames the server fails on, by host and the token endpoint’s answer. */
const faults: Readonly<Record<string, (host: string, answer: string) => string>> = {
  'token-response-cacheable': (host, answer) =>
    `${ask(host)} -> 302 ${callback}\n${redeem(host)} -> ${answer} [Cache-Control: public, max-age=600]`,
  'jwks-invalid': (host, answer) =>
    `${metadata(host)}\nGET https://${host}/oauth2/v1/keys -> 200 {"keys":[]} kind=fetch\n${ask(host)} -> 302 ${callback}\n${redeem(host)} -> ${answer}`,
  'as-307-redirect': (host, answer) =>
    `${ask(host)} -> 200 <form>\nPOST https://${host}/login username=u&password=p -> 307 ${callback}\n${redeem(host)} -> ${answer}`,
};

const findsIn = (rule: string, trace: string): boolean =>
  analyze(fromTraceText(trace)).flows.some(({ findings }) =>
    findings.some((finding) => finding.rule === rule),
  );

test('every rule that blames the server is tried', () => {
  const blaming = rules.filter(({ blames }) => blames !== undefined).map(({ id }) => id);
  expect(blaming.toSorted()).toEqual(Object.keys(faults).toSorted());
});

test.each(Object.entries(faults))('%s is told of a server that may be one’s own', (rule, trace) => {
  expect(findsIn(rule, trace('op.test', good))).toBe(true);
});

test.each(Object.entries(faults))(
  '%s is not told of a provider’s server where the login worked',
  (rule, trace) => {
    expect(findsIn(rule, trace('dev-1.okta.com', good))).toBe(false);
  },
);

test('a provider’s keys are spoken of where the login failed', () => {
  const failed = faults['jwks-invalid']?.('dev-1.okta.com', '400 {"error":"invalid_grant"}') ?? '';
  expect(findsIn('jwks-invalid', failed)).toBe(true);
});
