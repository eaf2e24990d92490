import { checkRule, type FailingFixture } from '../../../testing/check-rule.ts';

const call = (header: string, answer = '-> 401 {"error":"invalid_client"}', form = ''): string =>
  `POST https://op.test/token [Authorization: ${header}] grant_type=client_credentials${form} ${answer}`;
const basic = (credentials: string): string => `Basic ${btoa(credentials)}`;
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const malformed = (header: string, says: RegExp, form = ''): FailingFixture => ({
  trace: call(header, undefined, form),
  severity: 'error',
  cause: 'client_auth_malformed',
  says,
});

checkRule('client-basic-malformed', {
  fails: {
    'no base64': malformed('Basic client:secret', /not valid base64/),
    'no colon': malformed(basic('client'), /no colon/),
    'a line break at the end, as echo adds it': malformed(basic('client:secret\n'), /line break/),
    'an empty secret': malformed(basic('client:'), /empty client_secret/),
    'nothing after the scheme': malformed('Basic', /holds no credentials/),
    'base64 of base64': malformed(basic(btoa('client:secret')), /twice/),
    'the scheme is Bearer': malformed(`Bearer ${btoa('client:secret')}`, /says Bearer/),
    'the scheme is missing': malformed(btoa('client:secret'), /not the scheme/),
    'id and secret are swapped': malformed(basic('secret:client'), /each other’s place/, '&client_id=client'),
    'a plus that is not form-encoded': malformed(basic('client:se+cret'), /“\+”, “%” or letter/),
    'a letter beyond ASCII that is not form-encoded': malformed(
      basic(String.fromCharCode(...new TextEncoder().encode('client:pässwort'))),
      /letter beyond ASCII/,
    ),
    'it names another client than the form': {
      trace: `POST https://op.test/token [Authorization: Basic ${btoa('other:s3cr3t-value')}] grant_type=client_credentials&client_id=web -> 401 {"error":"invalid_client"}`,
      severity: 'error',
      cause: 'client_auth_malformed',
      says: /another client than the form/,
    },
  },
  silent: {
    'header and form name one client': `POST https://op.test/token [Authorization: Basic ${btoa('web:s3cr3t-value')}] grant_type=client_credentials&client_id=web -> 401 {"error":"invalid_client"}`,
    'they name two, and the server does not mind': `POST https://op.test/token [Authorization: Basic ${btoa('other:s3cr3t-value')}] grant_type=client_credentials&client_id=web -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'well built': call(basic('client:secret')),
    'the secret has a colon': call(basic('client:se:cret')),
    'the secret is form-encoded beyond ASCII': call(basic('client:p%C3%A4ss')),
    'the secret is form-encoded': call(basic('client:se%2Bcret')),
    'characters that no decoding changes': call(basic('client:se/cr=et')),
    'a public client with an empty secret that is let in': call(basic('client:'), issued),
    'a token of the client’s own': call('Bearer 2YotnFZFEjr1zCsicMWpAA', undefined, '&client_id=c'),
    'the code is what is refused': call(basic('client:se+cret'), '-> 400 {"error":"invalid_grant"}'),
    'it was redacted': call('Basic ‹authorization·a3f9·24 chars›'),
  },
});
