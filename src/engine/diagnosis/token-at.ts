import type { Evidence } from '../http/evidence.ts';
import type { ResourceCall, Userinfo } from '../oauth/message.ts';

/** Where a call to an API has its access token: in its query or form, else in the Authorization header. */
export function tokenAt({ params, exchange }: ResourceCall | Userinfo): Evidence {
  return (
    params.find('access_token')?.at ?? {
      exchange: exchange.id,
      part: 'request_header',
      name: 'authorization',
    }
  );
}
