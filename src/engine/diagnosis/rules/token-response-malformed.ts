import { numberMember, stringMember, type JsonObject } from '../../http/json.ts';
import { rfc } from '../../oauth/source.ts';
import { providerById } from '../../providers/index.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';
import type { Severity } from '../report.ts';

interface Defect {
  readonly member: string;
  readonly severity: Severity;
  readonly title: string;
}

export const tokenResponseMalformed = defineRule({
  id: 'token-response-malformed',
  title: 'The token response lacks a required member or has one of a wrong type',
  severity: 'error',
  why: 'Client libraries check these members, and several throw where one is missing.',
  fix: 'Correct the answer of the authorization server, or use a client that tolerates it.',
  sources: [rfc(6749, '5.1'), rfc(6749, '7.1'), rfc(8693, '2.2.1')],
  needs: ['tokenCall', 'flow', 'surroundings'],
  check({ tokenCall, flow, surroundings }) {
    const { tokens, exchange, grantType, endpoint } = tokenCall;
    const evidence = (name: string) => [{ exchange: exchange.id, part: 'response_json', name } as const];
    // Answers in form encoding are older than the standard’s, and their members are all text.
    if (tokens === undefined || exchange.responseBody?.text.trimStart().startsWith('{') !== true)
      return notApplicable;
    const defect = defectOf(tokens.body, grantType);
    if (defect === undefined) return pass;
    const { departs } = providerById(surroundings.authority(endpoint).provider);
    if (defect.member === 'token_type' && departs === 'answers without token_type') return pass;
    // Whoever uses the tokens did not stumble over their form.
    const isUsed = flow.messages.some(
      ({ kind, exchange: later }) =>
        later.startedAt > exchange.startedAt &&
        (kind === 'userinfo' || kind === 'resource_call' || kind === 'token_request'),
    );
    return fail(evidence(defect.member), {
      severity: isUsed ? 'info' : defect.severity,
      title: defect.title,
    });
  },
});

function defectOf(body: JsonObject, grantType: string): Defect | undefined {
  if (stringMember(body, 'error') !== undefined)
    return { member: 'error', severity: 'error', title: 'The token response has tokens and an error' };
  const isNested = stringMember(body, 'access_token') === undefined && body['authed_user'] !== undefined;
  if (isNested) return undefined;
  if (stringMember(body, 'access_token') === undefined)
    // With scope=openid alone some servers leave it out (Azure AD B2C).
    return {
      member: 'access_token',
      severity: 'info',
      title: 'The token response has an ID token and no access_token',
    };
  if (stringMember(body, 'token_type') === undefined)
    return { member: 'token_type', severity: 'warning', title: 'The token response has no token_type' };
  if (grantType.endsWith(':token-exchange') && stringMember(body, 'issued_token_type') === undefined)
    return {
      member: 'issued_token_type',
      severity: 'warning',
      title: 'The token response has no issued_token_type',
    };
  const life = body['expires_in'];
  if (life === undefined || life === null) return undefined;
  const seconds = numberMember(body, 'expires_in');
  if (seconds === undefined || seconds <= 0)
    return {
      member: 'expires_in',
      severity: 'warning',
      title: 'The expires_in of the token response is no positive number',
    };
  return typeof life === 'string'
    ? {
        member: 'expires_in',
        severity: 'info',
        title: 'The expires_in of the token response is text instead of a number',
      }
    : undefined;
}
