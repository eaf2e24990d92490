import { checkRule } from '../../../testing/check-rule.ts';

const ask = (n: number, more: string, answer = '', redirectUri = 'https://app.test/cb'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=some-state-${n}&nonce=n${n}${more} ${answer === '' ? `-> 302 ${redirectUri}?code=k${n}&state=some-state-${n}` : answer}`;
const redeem = (n: number, more: string, answer: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k${n}&redirect_uri=https://app.test/cb${more} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const worked = `${ask(1, '&scope=a')}\n${redeem(1, '&client_secret=s', issued)}`;

checkRule('regression-vs-last-success', {
  fails: {
    'another secret and scope': {
      trace: `${worked}\n${ask(2, '&scope=b')}\n${redeem(2, '&client_secret=x', refused)}`,
      severity: 'info',
      cause: 'client_secret_wrong',
    },
    'another method': {
      trace: `${worked}\n${ask(2, '&scope=a')}\n${redeem(2, '', refused)}`,
      severity: 'info',
      cause: 'client_secret_missing',
    },
    'another redirect_uri is refused at once': {
      trace: `${worked}\n${ask(2, '&scope=a', '-> 400 <p>redirect_uri_mismatch</p>', 'https://app.test/cb/')}`,
      severity: 'info',
      cause: 'redirect_uri_not_registered',
    },
    'nothing but what is new in each login': {
      trace: `${worked}\n${ask(2, '&scope=a')}\n${redeem(2, '&client_secret=s', refused)}`,
      severity: 'info',
      cause: 'client_secret_expired',
    },
  },
  silent: {
    'it never succeeded': `${ask(2, '')}\n${redeem(2, '&client_secret=s', refused)}`,
    'it succeeds again': `${worked}\n${ask(2, '&scope=b')}\n${redeem(2, '&client_secret=s', issued)}`,
    'it succeeded later': `${ask(2, '')}\n${redeem(2, '&client_secret=s', refused)}\n${worked}`,
    'another client succeeded': `${worked.replaceAll('client_id=c', 'client_id=d')}\n${ask(2, '')}\n${redeem(2, '&client_secret=s', refused)}`,
  },
});
