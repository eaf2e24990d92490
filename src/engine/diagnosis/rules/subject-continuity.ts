import { readingOf } from '../../http/reading.ts';
import { stringMember } from '../../http/json.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { oidcCore } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

export const subjectContinuity = defineRule({
  id: 'subject-continuity',
  title: 'UserInfo or a refreshed ID token is about another user or from another issuer',
  severity: 'error',
  why: 'What belongs to another subject must not be used for this session.',
  fix: 'Treat it as another user: discard the tokens and start a new login.',
  sources: [oidcCore('5.3.2', 'UserInfoResponse'), oidcCore('12.2', 'RefreshTokenResponse')],
  needs: ['idTokens', 'flow'],
  check({ idTokens: [first, ...later], flow }) {
    const subject = stringMember(first.claims, 'sub');
    if (subject === undefined) return pass;
    for (const message of flow.messages) {
      if (message.kind !== 'userinfo') continue;
      const told = stringMember(readingOf(message.exchange).responseJson(), 'sub');
      if (told !== undefined && sameValue(told, subject) === false)
        return fail([first.at, { exchange: message.exchange.id, part: 'response_json', name: 'sub' }]);
    }
    const stranger = later.find(({ claims }) =>
      ['sub', 'iss'].some((name) => {
        const [before, after] = [stringMember(first.claims, name), stringMember(claims, name)];
        return before !== undefined && after !== undefined && sameValue(before, after) === false;
      }),
    );
    return stranger === undefined ? pass : fail([first.at, stranger.at]);
  },
});
