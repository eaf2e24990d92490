import { checkRule, type FailingFixture } from '../../../testing/check-rule.ts';

const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const call = (secret: string, answer = refused, url = 'https://op.test/token'): string =>
  `POST ${url} grant_type=client_credentials&client_id=client&client_secret=${encodeURIComponent(secret)} ${answer}`;
const guid = '0f0e0d0c-1111-2222-3333-444455556666';
const entra = `https://login.microsoftonline.com/${guid}/oauth2/v2.0/token`;
const suspicious = (trace: string, says: RegExp): FailingFixture => ({
  trace,
  severity: 'error',
  cause: 'client_secret_wrong',
  says,
});

checkRule('client-secret-suspicious', {
  fails: {
    'a line break from a file': suspicious(call('s3cr3t\n'), /white space/),
    'quotes from a settings file': suspicious(call('"s3cr3t"'), /quotes/),
    'a template that was never filled': suspicious(call('${CLIENT_SECRET}'), /placeholder/),
    'a variable that does not exist': suspicious(call('undefined'), /placeholder/),
    'the client_id': suspicious(call('client'), /is the client_id/),
    'encoded once more': suspicious(call('s3%2Fcr3t'), /percent-encoded/),
    'copied from a masked display': suspicious(call('abc...xyz'), /masked/),
    'the id of the secret (Entra ID)': suspicious(call(guid, refused, entra), /id, not its value/),
    'a piece of the one that worked before': suspicious(
      `${call('s3cr3t', issued)}\n${call('s3cr')}`,
      /cut off/,
    ),
  },
  silent: {
    'nothing to be seen': call('s3cr3t'),
    'a GUID elsewhere': call(guid),
    'it looks odd and works': call('changeme', issued),
    'it worked before': `${call('"s3cr3t"', issued)}\n${call('"s3cr3t"')}`,
    'the server blames something else': call(
      'undefined',
      '-> 401 {"error":"invalid_client","error_description":"The client does not exist"}',
    ),
    'it was redacted': call('‹client_secret·a3f9·9 chars›'),
  },
});
