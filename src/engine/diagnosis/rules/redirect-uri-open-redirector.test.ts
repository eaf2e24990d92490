import { expect, test } from 'vitest';
import { analyze } from '../../analyze.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';

const login = (state: string, then: string, more = ''): string => {
  const sent = encodeURIComponent(state);
  return `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(`https://app.test/cb${more}`)}&state=${sent} -> 302 https://app.test/cb?code=k&state=${sent}${more.replace('?', '&')}
GET https://app.test/cb?code=k&state=${sent}${more.replace('?', '&')} -> 302 ${then}`;
};
const to = '?target_link_uri=https%3A%2F%2Fevil.test%2Fx';

checkRule('redirect-uri-open-redirector', {
  fails: {
    'a parameter is the address': {
      trace: login('s', 'https://evil.test/x', to),
      severity: 'warning',
      cause: undefined,
    },
    'the code goes along': {
      trace: login('s', 'https://evil.test/x?code=k', to),
      severity: 'error',
      cause: undefined,
      says: /passes the code on/,
    },
  },
  silent: {
    'the same site': login('https://www.app.test/home', 'https://www.app.test/home'),
    'no parameter names it': login('opaque', 'https://shop.test/'),
    'a signed state': login(unsignedJwt({ to: 'https://shop.test/' }), 'https://shop.test/'),
    'a broker answers its app': login('https://shop.test/cb', 'https://shop.test/cb?code=other&state=t'),
  },
});

test.each(['https://evil.test/x', Buffer.from('{"to":"https://evil.test/x"}').toString('base64url')])(
  'the state may name it, plain or in base64: %s',
  (state) => {
    const [flow] = analyze(fromTraceText(login(state, 'https://evil.test/x'))).flows;
    expect(flow?.findings.map(({ rule }) => rule)).toContain('redirect-uri-open-redirector');
  },
);
