import { checkRule } from '../../../testing/check-rule.ts';

const login =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"at-1","token_type":"Bearer","refresh_token":"rt-111"} @0s';
const revoke = (token = 'rt-111'): string =>
  `POST https://op.test/revoke token=${token}&client_id=c -> 200 @10s kind=fetch`;
const refresh = (answer: string, second = 60): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=rt-111 -> ${answer} @${second}s`;
const works = '200 {"access_token":"at-2","token_type":"Bearer"}';

checkRule('logout-tokens-still-used', {
  fails: {
    'the server does not mind': {
      trace: `${login}\n${revoke()}\n${refresh(works)}`,
      severity: 'warning',
      cause: undefined,
      says: /server accepts/,
    },
    'the client goes on': {
      trace: `${login}\n${revoke()}\n${refresh('400 {"error":"invalid_grant"}')}`,
      severity: 'warning',
      cause: 'refresh_token_revoked',
    },
  },
  silent: {
    'the app logs out by itself alone': `${login}\nGET https://app.test/logout -> 200 <p>Bye</p> kind=navigation @10s\n${refresh(works)}`,
    'nothing is used afterwards': `${login}\n${refresh(works, 5)}\n${revoke()}`,
    'another tab was under way': `${login}\n${revoke()}\n${refresh(works, 12)}`,
    'the access token alone was revoked': `${login}\n${revoke('at-1')}\n${refresh(works)}`,
  },
});
