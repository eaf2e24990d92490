import { expect, test } from 'vitest';
import { analyze } from '../../analyze.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

// OpenID Connect Core, appendix A.3 and A.4: the hashes of its example token and code.
const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
const atHash = '77QmUPtjPfzWtF2AnpK9RQ';
const code = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
const cHash = 'LDktKdoQak3Pk0cnXxCltA';

const front = (type: string, claims: object, answer: string): string =>
  `GET https://op.test/authorize?response_type=${type}&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n&scope=openid -> 302 https://app.test/cb#id_token=${unsignedJwt({ nonce: 'n', ...claims })}&state=s${answer}`;
const withToken = `&access_token=${accessToken}&token_type=bearer`;
const withCode = `&code=${code}`;

checkRule('id-token-hash-mismatch', {
  fails: {
    'the hash is missing where it is required': {
      trace: front('code+id_token', {}, withCode),
      severity: 'error',
      cause: undefined,
      says: /lacks the hash/,
    },
  },
  silent: {
    'the access token of another answer': `${front('code+id_token', { c_hash: cHash, at_hash: atHash }, withCode)}\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb -> 200 {"access_token":"another","token_type":"Bearer"}`,
    'the access token of the answer': front('id_token+token', { at_hash: atHash }, withToken),
    'the code of the answer': front('code+id_token', { c_hash: cHash }, withCode),
    'the state of the request (FAPI 1.0 Advanced, 5.2.2.1)': front(
      'code+id_token',
      { c_hash: cHash, s_hash: 'BDpxh3TFcr2KJa2-sb_NXA' },
      withCode,
    ),
    'optional where a code is redeemed': `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"t","id_token":"${unsignedJwt({ sub: 'u' })}"}`,
  },
});

// What redaction hides can no longer be hashed, so these are told from the whole recording only.
test.each([
  ['access token', front('id_token+token', { at_hash: cHash }, withToken)],
  ['code', front('code+id_token', { c_hash: atHash }, withCode)],
  ['state', front('code+id_token', { c_hash: cHash, s_hash: atHash }, withCode)],
])('id-token-hash-mismatch fails: the %s is another', (_, trace) => {
  const findings = analyze(fromTraceText(trace)).flows.flatMap((flow) => flow.findings);
  expect(findings.find(({ rule }) => rule === 'id-token-hash-mismatch')?.severity).toBe('error');
});

test('an app that refuses the token for its hash is told so', () => {
  const asked = front('code+id_token', { c_hash: 'another-hash-of-a-code' }, withCode);
  const refused = `POST https://app.test/cb code=${code}&state=s -> 400 <h1>Sorry</h1> kind=navigation`;
  const [flow] = analyze(fromTraceText(`${asked}\n${refused}`)).flows;
  expect(flow?.verdict.causes.map(({ id, confidence }) => `${confidence} ${id}`)).toEqual([
    'certain id_token_invalid',
  ]);
});
