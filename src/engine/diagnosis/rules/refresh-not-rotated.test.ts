import { checkRule } from '../../../testing/check-rule.ts';

const refresh = (headers: string, token: string, answer: string): string =>
  `POST https://op.test/token ${headers} grant_type=refresh_token&client_id=c&refresh_token=${token} -> 200 ${answer}`;
const page = '[Origin: https://app.test]';
const same = '{"access_token":"t","token_type":"Bearer"}';

checkRule('refresh-not-rotated', {
  fails: {
    'a page uses one token twice': {
      trace: `${refresh(page, 'r1', same)} @0s\n${refresh(page, 'r1', same)} @300s`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'it rotates': `${refresh(page, 'r1', '{"access_token":"t","refresh_token":"r2"}')} @0s\n${refresh(page, 'r2', '{"access_token":"t","refresh_token":"r3"}')} @300s`,
    'the page’s own server, which may have a secret':
      `${refresh(page, 'r1', same)} @0s\n${refresh(page, 'r1', same)} @300s`.replaceAll(
        'https://op.test',
        'https://app.test',
      ),
    'one refresh says nothing': refresh(page, 'r1', same),
    'bound to a key': `${refresh(`${page} [DPoP: x]`, 'r1', same)} @0s\n${refresh(`${page} [DPoP: x]`, 'r1', same)} @300s`,
    'a confidential client': `${refresh(`${page} [Authorization: Basic YzpzZWNyZXQ=]`, 'r1', same)} @0s\n${refresh(`${page} [Authorization: Basic YzpzZWNyZXQ=]`, 'r1', same)} @300s`,
    'a native app or a server, of which nobody knows what it is': `${refresh('', 'r1', same)} tab=none @0s\n${refresh('', 'r1', same)} tab=none @300s`,
  },
});
