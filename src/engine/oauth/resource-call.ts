// Refused calls to protected resources: RFC 6750 §3, RFC 9449 §7.1.
import { parseChallenges } from '../http/challenge.ts';
import { headerValues } from '../http/headers.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { bearerToken, tokenParameter } from './bearer-token.ts';
import { errorOfCall } from './error.ts';
import type { ResourceCall } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** 400 is for a call that has its token in two places or a malformed one; an API may use it for anything else. */
const refusals = new Set([400, 401, 403]);

/** Recognises a call that carries an access token and was refused, or has it in its query; other calls that worked say nothing about the login. */
export const resourceCall: Recogniser = {
  kind: 'resource_call',
  read: readResourceCall,
};

/** Where the API that refused a call describes itself, as its challenge says (RFC 9728 §5.1). */
export function apiMetadataOf({ challenges }: ResourceCall): string | undefined {
  const found = challenges.map(({ params }) => params.get('resource_metadata')).find((each) => each);
  return found === undefined ? undefined : withoutQuery(found);
}

function readResourceCall(reading: Reading): ResourceCall | undefined {
  const { exchange } = reading;
  const { status = 0 } = exchange;
  const parameter = tokenParameter(reading);
  const inQuery = parameter?.at.part === 'query';
  if (!refusals.has(status) && !inQuery) return undefined;
  const challenges = headerValues(exchange.responseHeaders, 'www-authenticate').flatMap(parseChallenges);
  const asksForToken = challenges.some(({ scheme }) => scheme === 'bearer' || scheme === 'dpop');
  if (status === 400 && !asksForToken && !inQuery) return undefined;
  const accessToken = bearerToken(reading) ?? parameter?.value;
  if (accessToken === undefined && !asksForToken) return undefined;
  return {
    kind: 'resource_call',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(parameter === undefined ? [] : [parameter]),
    accessToken,
    challenges,
    error: status >= 400 ? errorOfCall(reading) : undefined,
  };
}
