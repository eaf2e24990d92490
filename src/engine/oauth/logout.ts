// Logout: OpenID Connect RP-Initiated Logout 1.0 §2.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { refusalIn } from './error.ts';
import type { Logout } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a navigation that asks the server to end the session. */
export const logout: Recogniser = {
  kind: 'logout',
  read: readLogout,
};

function readLogout(reading: Reading, isNamed = false): Logout | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' && exchange.method !== 'POST') return undefined;
  const params = messageParameters(
    placed(exchange.id, 'query', reading.query()),
    placed(exchange.id, 'form', reading.form()),
  );
  if (params.get('response_type') !== undefined || params.get('grant_type') !== undefined) return undefined;
  const returns =
    params.get('post_logout_redirect_uri') ?? params.get('logout_uri') ?? params.get('returnTo');
  const hinted = params.get('id_token_hint') !== undefined;
  const named = isNamed || /(?:logout|end_?session|session\/end|signout)/i.test(reading.url().path);
  // All is optional, and the server's own confirmation may be posted to the same address.
  const asked =
    hinted ||
    returns !== undefined ||
    params.get('client_id') !== undefined ||
    (isNamed && exchange.method === 'GET' && exchange.kind === 'navigation');
  const asks =
    params.get('post_logout_redirect_uri') !== undefined || tellsApp({ params }) || (named && asked);
  if (!asks) return undefined;
  return { kind: 'logout', exchange, endpoint: withoutQuery(exchange.url), params, error: refusal(reading) };
}

/** True for a server's own call that ends the session at an app (OpenID Connect Back-Channel Logout §2.5). */
export function tellsApp({ params }: Pick<Logout, 'params'>): boolean {
  return params.get('logout_token') !== undefined;
}

/** A page that refuses need not say why in known words. */
function refusal(reading: Reading): Logout['error'] {
  return (reading.exchange.status ?? 0) < 400 ? undefined : refusalIn(reading);
}
