import { stringMember } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

const required = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'] as const;

export const jwtAccessTokenProfile = defineRule({
  id: 'jwt-access-token-profile',
  title: 'The access token says at+jwt and does not keep to that profile',
  severity: 'info',
  why: 'An API that follows the profile refuses a token without these claims.',
  fix: 'Issue what RFC 9068 §2 requires, or leave the type at+jwt out.',
  sources: [rfc(9068, '2.2'), rfc(8725, '3.11')],
  needs: ['tokenCall'],
  check({ tokenCall: { tokens, exchange } }) {
    const jwt = tokens?.accessToken === undefined ? undefined : decodeJwt(tokens.accessToken);
    // Of any other type the token is nobody's business but the API's.
    if (jwt === undefined || !/^(?:application\/)?at\+jwt$/i.test(stringMember(jwt.header, 'typ') ?? ''))
      return notApplicable;
    const evidence = [{ exchange: exchange.id, part: 'response_json', name: 'access_token' }] as const;
    if ((stringMember(jwt.header, 'alg') ?? 'none') === 'none')
      return fail(evidence, { severity: 'error', title: 'The access token is not signed' });
    if (jwt.claims['nonce'] !== undefined || jwt.claims['at_hash'] !== undefined)
      return fail(evidence, { severity: 'warning', title: 'The access token has claims of an ID token' });
    const missing = required.filter((name) => jwt.claims[name] === undefined);
    if (missing.length === 0) return pass;
    return fail(evidence, { title: `The access token says at+jwt and lacks ${missing.join(', ')}` });
  },
});
