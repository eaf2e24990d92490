import { checkRule } from '../../../testing/check-rule.ts';

const login = (server: string, answer: string, redirectUri = 'https://app.test/cb'): string =>
  `GET ${server}?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=${answer} -> 302 ${redirectUri}?code=k-${answer}&state=${answer}`;
const google = 'https://accounts.google.com/o/oauth2/v2/auth';
const github = 'https://github.com/login/oauth/authorize';
const metadata = (host: string): string =>
  `GET https://${host}/.well-known/openid-configuration -> 200 {"issuer":"https://${host}","authorization_endpoint":"https://${host}/authorize","token_endpoint":"https://${host}/token"} kind=fetch`;

checkRule('mixup-no-defence', {
  fails: {
    'two known providers': {
      trace: `${login(google, 's1')}\n${login(github, 's2')}`,
      severity: 'warning',
      cause: undefined,
      says: /several authorization servers/,
    },
    'two issuers by their metadata': {
      trace: `${metadata('one.test')}\n${metadata('two.test')}\n${login('https://one.test/authorize', 's1')}\n${login('https://two.test/authorize', 's2')}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a redirect_uri of its own for each': `${login(google, 's1')}\n${login(github, 's2', 'https://app.test/cb/github')}`,
    'the second answer names its issuer': `${login(google, 's1')}\nGET ${github}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s2 -> 302 https://app.test/cb?code=k-s2&state=s2&iss=https://github.com/login/oauth`,
    'one server twice': `${login(google, 's1')}\n${login(google, 's2')}`,
    'two names that may be of one server': `${login('https://login.acme.test/authorize', 's1')}\n${login('https://acme.eu.idp.test/authorize', 's2')}`,
    'a broker is answered by two servers': `${login('https://broker.test/authorize', 's0')}\n${login(google, 's1', 'https://broker.test/login/callback')}\n${login(github, 's2', 'https://broker.test/login/callback')}`,
  },
});
