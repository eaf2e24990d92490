import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const login = `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"t","refresh_token":"r","id_token":"${unsignedJwt({ sub: 'anna', iss: 'https://op.test' })}"}`;
const userinfo = (sub: string): string =>
  `GET https://op.test/userinfo [Authorization: Bearer t] -> 200 {"sub":"${sub}"}`;
const signed = (sub: string): string =>
  `GET https://op.test/userinfo [Authorization: Bearer t] -> 200 ${unsignedJwt({ sub })}`;
const refresh = (claims: object): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","id_token":"${unsignedJwt(claims)}"}`;

checkRule('subject-continuity', {
  fails: {
    'userinfo is about another': {
      trace: `${login}\n${userinfo('bert')}`,
      severity: 'error',
      cause: undefined,
    },
    'userinfo is signed, and about another': {
      trace: `${login}\n${signed('bert')}`,
      severity: 'error',
      cause: undefined,
    },
    'the refreshed token is about another': {
      trace: `${login}\n${refresh({ sub: 'bert', iss: 'https://op.test' })}`,
      severity: 'error',
      cause: undefined,
    },
    'the refreshed token is of another issuer': {
      trace: `${login}\n${refresh({ sub: 'anna', iss: 'https://other.test' })}`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'userinfo is asked with another client’s token': `${login}\nPOST https://op.test/token grant_type=authorization_code&client_id=d&code=k2 -> 200 {"access_token":"t9","token_type":"Bearer"}\n${userinfo('x7').replace('Bearer t]', 'Bearer t9]')}`,
    'two clients know the user by two names': `${login}\n${login
      .replaceAll('"t"', '"t2"')
      .replaceAll('"r"', '"r2"')
      .replace('code=k', 'code=k2')
      .replace('client_id=c', 'client_id=d')
      .replace(
        unsignedJwt({ sub: 'anna', iss: 'https://op.test' }),
        unsignedJwt({ sub: 'x7', iss: 'https://op.test' }),
      )}`,
    'the same': `${login}\n${userinfo('anna')}\n${refresh({ sub: 'anna', iss: 'https://op.test' })}`,
    'userinfo is signed, and about the same': `${login}\n${signed('anna')}`,
    'userinfo names nobody': `${login}\nGET https://op.test/userinfo [Authorization: Bearer t] -> 200 {"email":"a@b.test"}`,
    'two logins of two users': `${login}\n${login.replaceAll('"t"', '"t2"').replaceAll('"r"', '"r2"').replace('code=k', 'code=k2')}\n${userinfo('anna')}`,
  },
});
