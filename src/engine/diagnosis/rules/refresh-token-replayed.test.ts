import { checkRule } from '../../../testing/check-rule.ts';

const refresh = (token: string): string =>
  `POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=${token}`;
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = (turn: number): string =>
  `-> 200 {"access_token":"t${turn}","refresh_token":"r${turn}","token_type":"Bearer"}`;

checkRule('refresh-token-replayed', {
  fails: {
    'an old token is used again': {
      trace: `${refresh('r1')} ${issued(2)} @0s\n${refresh('r1')} ${refused} @300s`,
      severity: 'error',
      cause: 'refresh_token_reused',
      says: /replaced 5 min before/,
    },
    'two tabs race': {
      trace: `${refresh('r1')} ${issued(2)} @1s took=200ms tab=1\n${refresh('r1')} ${refused} @1.1s took=200ms tab=2`,
      severity: 'error',
      cause: 'refresh_token_reused',
      says: /Two tabs used the same refresh token within 100 ms/,
    },
    'one page refreshes twice at once': {
      trace: `${refresh('r1')} ${issued(2)} @1s took=200ms\n${refresh('r1')} ${refused} @1.1s took=200ms`,
      severity: 'error',
      cause: 'refresh_token_reused',
      says: /at the same time/,
    },
    'the server revokes the whole family, which is no second cause': {
      trace: `${refresh('r1')} ${issued(2)} @0s\n${refresh('r1')} ${refused} @30s\n${refresh('r2')} ${refused} @60s`,
      severity: 'error',
      cause: 'refresh_token_reused',
      says: /upon which the server revoked/,
    },
    'the server tolerates it': {
      trace: `${refresh('r1')} ${issued(2)} @0s\n${refresh('r1')} ${issued(3)} @2s`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'each token is used once': `${refresh('r1')} ${issued(2)} @0s\n${refresh('r2')} ${issued(3)} @300s`,
    'the server does not rotate': `${refresh('r1')} -> 200 {"access_token":"t1"} @0s\n${refresh('r1')} -> 200 {"access_token":"t2"} @300s\n${refresh('r1')} ${refused} @600s`,
    'repeated with the nonce of the server (RFC 9449 §8)': `${refresh('r1')} -> 400 {"error":"use_dpop_nonce"} @0s\n${refresh('r1')} ${issued(2)} @0.2s`,
    'a retry after a lost answer': `${refresh('r1')} -> net::ERR_TIMED_OUT @0s\n${refresh('r1')} ${issued(2)} @9s`,
  },
});
