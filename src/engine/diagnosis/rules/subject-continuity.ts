import { readingOf } from '../../http/reading.ts';
import { stringMember } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
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
      const { id, responseBody } = message.exchange;
      const json = readingOf(message.exchange).responseJson();
      // It may be signed (OpenID Connect Core §5.3.2).
      const told = stringMember(json ?? decodeJwt(responseBody?.text ?? '')?.claims, 'sub');
      if (told === undefined || sameValue(told, subject) !== false) continue;
      const part = json === undefined ? 'response_body' : 'response_json';
      return fail([first.at, { exchange: id, part, name: json === undefined ? '' : 'sub' }]);
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
