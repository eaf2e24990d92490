import type { Evidence } from '../../http/evidence.ts';
import type { Failure } from '../../flow/failure.ts';
import { weigh, type Suspicion } from '../suspicion.ts';

/**
 * An authorization endpoint that answers 4xx itself, and says nothing that was seen: a server must not redirect when
 * the redirect_uri or the client_id is wrong (RFC 6749 §4.1.2.1), and may for everything else.
 */
export function wordlessRefusal({ place, message, error }: Failure): readonly Suspicion[] {
  const { status } = message.exchange;
  if (place !== 'authorization_endpoint' || message.kind !== 'authorization_request') return [];
  if (status === undefined || status < 400 || status >= 500) return [];
  if (error?.description !== undefined || error?.sent !== undefined) return [];
  const at = (name: string): readonly Evidence[] => {
    const sent = message.params.list.find((each) => each.name === name);
    return [sent?.at ?? { exchange: message.exchange.id, part: 'request', name: '' }];
  };
  return weigh([
    { cause: 'redirect_uri_not_registered', weight: 0.45, evidence: at('redirect_uri') },
    { cause: 'client_unknown', weight: 0.35, evidence: at('client_id') },
    { cause: 'request_malformed', weight: 0.2, evidence: at('response_type') },
  ]);
}
