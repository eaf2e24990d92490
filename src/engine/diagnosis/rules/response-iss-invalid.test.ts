import { checkRule } from '../../../testing/check-rule.ts';

const metadata = (issuer: string, more = ''): string =>
  `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"${issuer}","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token"${more}} kind=fetch`;
const announced = ',"authorization_response_iss_parameter_supported":true';
const ask = (answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123 -> 302 https://app.test/cb#${answer}&state=some-state-123`;
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}';
const iss = (issuer: string): string => `code=k1&iss=${encodeURIComponent(issuer)}`;

checkRule('response-iss-invalid', {
  fails: {
    'it is another server': {
      trace: `${metadata('https://op.test')}\n${ask(iss('https://evil.test'))}`,
      severity: 'error',
      cause: 'issuer_mismatch',
      says: /https:\/\/evil\.test instead of https:\/\/op\.test/,
    },
    'a slash more': {
      trace: `${metadata('https://op.test')}\n${ask(iss('https://op.test/'))}`,
      severity: 'error',
      cause: 'issuer_mismatch',
      says: /extra “\/”/,
    },
    'it is announced and missing': {
      trace: `${metadata('https://op.test', announced)}\n${ask('code=k1')}`,
      severity: 'error',
      cause: 'issuer_mismatch',
      says: /announces it/,
    },
    'the client went on all the same': {
      trace: `${metadata('https://op.test')}\n${ask(iss('https://evil.test'))}\n${redeem}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'it is there and was not announced': `${metadata('https://op.test')}\n${ask(iss('https://op.test'))}\n${redeem}`,
    'it is the one that was asked': `${metadata('https://op.test', announced)}\n${ask(iss('https://op.test'))}\n${redeem}`,
    'it is neither announced nor there': `${metadata('https://op.test')}\n${ask('code=k1')}`,
    'no discovery document was seen': ask(iss('https://evil.test')),
    'a template for every tenant': `${metadata('https://op.test/{tenantid}/v2.0')}\n${ask(iss('https://op.test/0f0e0d0c-1111-2222-3333-444455556666/v2.0'))}`,
    'a script hands the answer over': `${metadata('https://op.test', announced)}\nGET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test&state=s&response_mode=web_message&prompt=none -> 200 <script>parent.postMessage({type: "authorization_response", response: {"code":"k1","state":"s"}}, "https://app.test")</script> kind=frame frame=2`,
    'a signed response carries it inside': `${metadata('https://op.test', announced)}\n${ask('code=k1&response=a.b.c')}`,
    'one server with two names': `${metadata('https://op.test')}\n${metadata('https://login.op.test').replace('//op.test/.well', '//login.op.test/.well')}\n${ask(iss('https://login.op.test'))}`,
  },
});
