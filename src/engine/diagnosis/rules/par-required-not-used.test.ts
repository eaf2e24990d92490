import { checkRule } from '../../../testing/check-rule.ts';

const metadata = `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","require_pushed_authorization_requests":true}`;
const ask = (answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> ${answer}`;
const refused = '400 <p>invalid_request</p>';

checkRule('par-required-not-used', {
  fails: {
    'metadata demands it': {
      trace: `${metadata}\n${ask(refused)}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /pushed authorization request \(PAR\)/,
    },
    'the server says so': {
      trace: ask(
        '302 https://app.test/cb?error=invalid_request&error_description=Pushed+Authorization+Request+must+be+used&state=s',
      ),
      severity: 'error',
      cause: 'request_malformed',
    },
  },
  silent: {
    'another reason': ask(refused),
    'the server takes it all the same': `${metadata}\n${ask('302 https://app.test/cb?code=k&state=s')}`,
    'it was pushed': `${metadata}\nGET https://op.test/authorize?client_id=c&request_uri=urn:x:1 -> ${refused}`,
  },
});
