import { clockTime } from '../../http/clock-time.ts';
import { numberMember, stringMember, stringsMember } from '../../http/json.ts';
import { valueAt } from '../../http/value-at.ts';
import { decodeJwt, type DecodedJwt } from '../../oauth/jwt.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import type { Source } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

const jarm: Source = {
  title: 'JWT Secured Authorization Response Mode §2.4',
  url: 'https://openid.net/specs/oauth-v2-jarm.html#name-processing-rules',
};

export const jarmInvalid = defineRule({
  id: 'jarm-invalid',
  title: 'The signed authorization response is not what the client may accept',
  severity: 'error',
  why: 'The signature protects the answer only if issuer, audience and time are checked with it.',
  fix: 'Compare the issuer and client that the app is configured with, and the clocks; ask for the response_mode that the client library reads.',
  sources: [jarm],
  needs: ['authorizationRequest', 'authorizationResponse', 'surroundings'],
  check({ authorizationRequest, authorizationResponse: response, surroundings }) {
    const { params } = authorizationRequest;
    const mode = params.get('response_mode') ?? '';
    if (response.carrier === 'plain') {
      if (!/(?:^|\.)jwt$/.test(mode)) return notApplicable;
      const title = 'A signed response was asked for, and a plain one came';
      return fail([at(authorizationRequest, 'response_mode')], { title });
    }
    const [place] = response.params.list;
    const jwt = place === undefined ? undefined : decodeJwt(valueAt(response.exchange, place.at) ?? '');
    // Encrypted, or removed before the file was shared.
    if (place === undefined || jwt === undefined) return notApplicable;
    const issuer = surroundings.metadataAt(authorizationRequest.exchange.url)?.issuer;
    const title = faultOf(jwt, params.get('client_id'), issuer, clockTime(response.exchange.startedAt));
    return title === undefined ? pass : fail([place.at], { title });
  },
});

function faultOf(
  { header, claims }: DecodedJwt,
  client: string | undefined,
  issuer: string | undefined,
  now: number,
): string | undefined {
  if ((stringMember(header, 'alg') ?? 'none') === 'none') return 'The authorization response is not signed';
  const named = stringMember(claims, 'iss');
  if (
    named !== undefined &&
    issuer !== undefined &&
    !issuer.includes('{') &&
    sameValue(named, issuer) === false
  )
    return 'The signed response is of another issuer';
  const single = stringMember(claims, 'aud');
  const audience = single === undefined ? (stringsMember(claims, 'aud') ?? []) : [single];
  if (
    client !== undefined &&
    audience.length > 0 &&
    audience.every((each) => sameValue(each, client) === false)
  )
    return 'The signed response is for another client';
  const end = numberMember(claims, 'exp');
  return end !== undefined && end * 1000 < now
    ? 'The signed response had expired when it arrived'
    : undefined;
}
