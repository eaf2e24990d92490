import { originOf } from '../../http/url.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import { isOneOwner } from '../../providers/one-owner.ts';
import { lengthOf } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, pass } from '../rule.ts';
import { tokenAt } from '../token-at.ts';

export const credentialSentToWrongParty = defineRule({
  id: 'credential-sent-to-wrong-party',
  title: 'A code or refresh token is sent to a host that should not receive it',
  severity: 'error',
  why: 'A code is for the app and its authorization server, a refresh token for the token endpoint alone; whoever else has one may use it.',
  fix: 'Send APIs the access token only; take code and tokens out of what is reported to others, and redirect from the callback to a clean URL first.',
  sources: [rfc(6749, '10.4'), rfc(6749, '10.5'), rfc(9700, '4.2.4')],
  needs: ['flow', 'surroundings'],
  check({ flow, surroundings }) {
    const refreshTokens = new Set(
      [...flow.grants, ...flow.redemptions, ...flow.refreshes].flatMap(
        ({ tokens }) => tokens?.refreshToken ?? [],
      ),
    );
    // Some servers issue one value as both.
    for (const { tokens } of [...flow.grants, ...flow.redemptions, ...flow.refreshes])
      refreshTokens.delete(tokens?.accessToken ?? '');
    const misused = flow.messages.flatMap((message) => {
      if (message.kind !== 'resource_call' && message.kind !== 'userinfo') return [];
      return refreshTokens.has(message.accessToken ?? '') ? [tokenAt(message)] : [];
    });
    if (misused.length > 0)
      return fail(misused, {
        title: 'A refresh token is sent to an API in place of the access token',
      });
    const strangers = strangersWithCode(flow, surroundings);
    if (strangers.length === 0) return pass;
    // It may be the app's own server under another name.
    return fail(
      strangers.map((relay) => at(relay, 'code')),
      {
        severity: 'info',
        title: 'The page sends the code to a site that is neither the app’s nor the server’s',
      },
    );
  },
});

/** A shorter value may be equal by chance: a voucher, a one-time password. */
const shortest = 16;

/** Calls that carry the code to a site that is neither the app’s nor the server’s. */
function strangersWithCode(flow: Flow, surroundings: Surroundings): Flow['relays'] {
  const { authorizationRequest, authorizationResponse } = flow;
  const app = authorizationResponse?.target ?? authorizationRequest?.params.get('redirect_uri');
  if (app === undefined || originOf(app) === '') return [];
  const friends = [app, authorizationRequest?.endpoint, ...flow.redemptions.map(({ endpoint }) => endpoint)];
  return flow.relays.filter(
    ({ exchange, endpoint, params }) =>
      lengthOf(params.get('code') ?? '') >= shortest &&
      surroundings.metadataAt(exchange.url) === undefined &&
      [exchange.initiator, ...friends].every(
        (url) => url === undefined || isOneOwner(url, endpoint) === false,
      ),
  );
}
