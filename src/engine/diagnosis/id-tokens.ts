import type { Flow } from '../flow/flow.ts';
import type { Evidence } from '../http/evidence.ts';
import { decodeJwt, type DecodedJwt } from '../oauth/jwt.ts';
import type { AuthorizationResponse, TokenRequest } from '../oauth/message.ts';

/** An ID token that could be read, and what came with it. */
export interface IdToken extends DecodedJwt {
  readonly token: string;
  readonly at: Evidence;
  readonly message: TokenRequest | AuthorizationResponse;
  readonly from: 'authorization_response' | 'redemption' | 'refresh' | 'other_grant';
  /** The access token and code of the same answer. */
  readonly accessToken: string | undefined;
  readonly code: string | undefined;
}

/** Every readable ID token of a flow, the front channel's first. */
export function idTokensOf(flow: Flow): readonly IdToken[] {
  const { authorizationResponse: response } = flow;
  return [
    ...(response === undefined ? [] : inResponse(response)),
    ...flow.redemptions.flatMap((request) => inAnswer(request, 'redemption')),
    ...flow.grants.flatMap((request) => inAnswer(request, 'other_grant')),
    ...flow.refreshes.flatMap((request) => inAnswer(request, 'refresh')),
  ];
}

function inResponse(message: AuthorizationResponse): readonly IdToken[] {
  const found = message.params.find('id_token');
  const jwt = found === undefined ? undefined : decodeJwt(found.value);
  if (found === undefined || jwt === undefined) return [];
  return [
    {
      ...jwt,
      token: found.value,
      at: found.at,
      message,
      from: 'authorization_response',
      accessToken: message.params.get('access_token'),
      code: message.params.get('code'),
    },
  ];
}

function inAnswer(message: TokenRequest, from: IdToken['from']): readonly IdToken[] {
  const token = message.tokens?.idToken;
  const jwt = token === undefined ? undefined : decodeJwt(token);
  if (token === undefined || jwt === undefined) return [];
  const at: Evidence = { exchange: message.exchange.id, part: 'response_json', name: 'id_token' };
  return [{ ...jwt, token, at, message, from, accessToken: message.tokens?.accessToken, code: undefined }];
}
