import { checkRule } from '../../../testing/check-rule.ts';

const basic = (credentials: string): string => `[Authorization: Basic ${btoa(credentials)}] `;
const call = (form: string, header = ''): string =>
  `POST https://op.test/token ${header}grant_type=client_credentials${form} -> 200 {"access_token":"t","token_type":"Bearer"}`;
const ask = (more: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${more} -> 302 https://app.test/cb?code=k1&state=s`;

const introspect = (page: string): string =>
  `${call('&client_id=c')}\nPOST https://op.test/introspect [Origin: ${page}] token=t -> 200 {"active":true} kind=fetch`;

checkRule('client-secret-exposed', {
  fails: {
    'a page sends it in the form': {
      trace: call('&client_id=c&client_secret=s'),
      severity: 'warning',
      cause: undefined,
    },
    'a page sends it in the header': { trace: call('', basic('c:s')), severity: 'warning', cause: undefined },
    'a recorder without tabs, but the request has an Origin': {
      trace: `${call('&client_id=c&client_secret=s', '[Origin: https://app.test] ')} tab=none`,
      severity: 'warning',
      cause: undefined,
    },
    'it was made for this page, which registered itself': {
      trace: `POST https://op.test/reg [Content-Type: application/json] {"redirect_uris":["https://app.test/cb"]} -> 201 {"client_id":"c","client_secret":"s3cret-of-the-client"}\n${call('&client_id=c&client_secret=s3cret-of-the-client')}`,
      severity: 'info',
      cause: undefined,
    },
    'Google, which gives public clients a secret too': {
      trace: call('&client_id=c&client_secret=s').replace('op.test', 'oauth2.googleapis.com'),
      severity: 'warning',
      cause: undefined,
      says: /gives one to public clients/,
    },
    'a page asks the introspection endpoint of another origin': {
      trace: introspect('https://app.test'),
      severity: 'warning',
      cause: undefined,
      says: /introspection/,
    },
    'it stands in the authorization request': {
      trace: ask('&client_secret=s'),
      severity: 'error',
      cause: undefined,
      says: /stands in a URL/,
    },
    'it stands in the URL of a page’s call to Facebook': {
      trace: call('').replace(
        'op.test/token',
        'graph.facebook.com/oauth/access_token?client_id=c&client_secret=s',
      ),
      severity: 'error',
      cause: undefined,
    },
    'it stands in the URL of a token request': {
      trace: call('').replace('/token', '/token?client_id=c&client_secret=s'),
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'a server sends it': `${call('&client_id=c&client_secret=s')} tab=none`,
    'the gateway of the page’s own origin asks about the token': introspect('https://op.test'),
    'Facebook takes it in the URL, from a server': `${call('').replace('op.test/token', 'graph.facebook.com/oauth/access_token?client_id=c&client_secret=s')} tab=none`,
    'a public client': call('&client_id=c'),
    'an empty secret names the client only': call('', basic('c:')),
    'a login without it': ask(''),
  },
});
