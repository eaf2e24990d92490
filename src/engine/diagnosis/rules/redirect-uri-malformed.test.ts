import { checkRule, type FailingFixture } from '../../../testing/check-rule.ts';

const refused = '-> 400 <p>Invalid parameter: redirect_uri</p>';
const ask = (redirectUri: string, answer = refused): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=s ${answer}`;
const malformed = (redirectUri: string, says: RegExp): FailingFixture => ({
  trace: ask(redirectUri),
  severity: 'error',
  cause: 'redirect_uri_not_registered',
  says,
});

checkRule('redirect-uri-malformed', {
  fails: {
    relative: malformed('%2Fcb', /no scheme/),
    'with the fragment of a hash router': malformed('https%3A%2F%2Fapp.test%2F%23%2Fcb', /fragment/),
    'encoded twice': malformed('https%253A%252F%252Fapp.test%252Fcb', /once too often/),
    'a template that was never filled': malformed('https%3A%2F%2F%24%7BHOST%7D%2Fcb', /placeholder/),
    'a variable that does not exist': malformed('undefined%2Fcb', /placeholder/),
    'a blank at its end': malformed('https%3A%2F%2Fapp.test%2Fcb%20', /white space/),
    'a port that does not exist': malformed('https%3A%2F%2Fapp.test%3A99999%2Fcb', /port/),
    'a user before the host': {
      trace: ask('https%3A%2F%2Fme%40app.test%2Fcb'),
      severity: 'warning',
      cause: 'redirect_uri_not_registered',
    },
    'a fragment that the server puts up with': {
      trace: ask('https%3A%2F%2Fapp.test%2F%23%2Fcb', '-> 302 https://app.test/?code=k1&state=s'),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'an ordinary one': ask('https%3A%2F%2Fapp.test%2Fcb'),
    'a popup keyword': ask('postmessage'),
    'out of band': ask('urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob'),
    'a scheme of an app': ask('com.example.app%3A%2Fcb'),
    'a scheme of an app with slashes': ask('msauth.com.example.app%3A%2F%2Fauth'),
    'an encoded value in its own query': ask('https%3A%2F%2Fapp.test%2Fcb%3Fnext%3D%252Fhome'),
    'loopback with a port': ask('http%3A%2F%2F%5B%3A%3A1%5D%3A5000%2Fcb'),
    'a path that begins like a placeholder': ask('https%3A%2F%2Fapp.test%2Fnullable%2Fcb'),
  },
});
