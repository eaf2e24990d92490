import { isExpectedAnswer } from '../oauth/expected-answers.ts';
import type { Message } from '../oauth/message.ts';

/**
 * The messages that stand for themselves, each with the number of requests it stands for: a request whose answer
 * only asked to come again (polling, a first DPoP nonce) is folded into the one that came again.
 */
export function countAttempts(messages: readonly Message[]): ReadonlyMap<Message, number> {
  const counts = new Map<Message, number>();
  const waiting = new Map<string, { readonly message: Message; readonly count: number }>();
  for (const message of messages) {
    const key = retryKey(message);
    const before = key === undefined ? undefined : waiting.get(key);
    const count = (before?.count ?? 0) + 1;
    if (before !== undefined) counts.delete(before.message);
    counts.set(message, count);
    if (key === undefined) continue;
    if (asksAgain(message)) waiting.set(key, { message, count });
    else waiting.delete(key);
  }
  return counts;
}

function asksAgain(message: Message): boolean {
  return 'error' in message && isExpectedAnswer(message.error, undefined);
}

/** What a request has in common with its retry. */
function retryKey(message: Message): string | undefined {
  const { kind, endpoint, params } = message;
  switch (kind) {
    case 'token_request': {
      const names = ['code', 'device_code', 'auth_req_id', 'refresh_token', 'scope'] as const;
      return [kind, endpoint, message.grantType, ...names.map((name) => params.get(name))].join(' ');
    }
    case 'pushed_authorization_request':
      return `${kind} ${endpoint}`;
    case 'userinfo':
    case 'resource_call':
      return `${kind} ${message.exchange.method} ${message.exchange.url}`;
    default:
      return undefined;
  }
}
