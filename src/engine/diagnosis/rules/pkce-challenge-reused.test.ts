import { checkRule } from '../../../testing/check-rule.ts';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const other = 'JBbiqONGWPaAmwXk_8bT6UnlPfrn65D32eZlJS-zGG0';
const ask = (n: number, sent = challenge, client = 'c'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=${client}&redirect_uri=https://app.test/cb&state=some-state-${n}&code_challenge=${sent}&code_challenge_method=S256 -> 302 https://app.test/cb?code=k${n}&state=some-state-${n}`;

checkRule('pkce-challenge-reused', {
  fails: {
    'two logins': { trace: `${ask(1)}\n${ask(2)} @90s`, severity: 'warning', cause: undefined },
  },
  silent: {
    'the server’s login page sends the request on': `${ask(1).replace(/-> .*/, '-> 200 <form>')}\n${ask(1)} @90s`,
    'a fresh one each': `${ask(1)}\n${ask(2, other)} @90s`,
    'a reload of the same request': `${ask(1)}\n${ask(1)}`,
    'another client’s': `${ask(1)}\n${ask(2, challenge, 'd')} @90s`,
    'no PKCE': ask(1).replace(/&code_challenge.*?S256/, ''),
  },
});
