import type { Evidence } from '../http/evidence.ts';
import type { AuthorizationRequest, TokenRequest } from '../oauth/message.ts';
import { isHidden } from '../oauth/placeholder.ts';
import { scopeWords } from '../oauth/scope.ts';
import { credentialsAt } from './client-refusal.ts';
import type { LastSuccess } from './last-success.ts';
import { at, fail, type RuleOutcome } from './rule.ts';

/** What changed since a success of an earlier session, of which only names and addresses are remembered. */
export function againstMemory(
  worked: LastSuccess,
  request: AuthorizationRequest | undefined,
  call: TokenRequest | undefined,
): RuleOutcome {
  const changes = [
    parameterChange('redirect_uri', worked.redirectUri, request, call, (one, other) => one === other),
    methodChange(worked, call),
    parameterChange('scope', worked.scope, request, call, isSameScope),
  ].filter((change) => change !== undefined);
  if (changes.length > 0)
    return fail(
      changes.flatMap(({ evidence }) => evidence),
      {
        title: `The last successful login of this client used ${changes.map(({ used }) => used).join(', ')}, and this one does not`,
      },
    );
  const now = request ?? call;
  return fail(now === undefined ? [] : [{ exchange: now.exchange.id, part: 'request', name: '' }], {
    title: 'Nothing that is remembered changed since this client last succeeded, in an earlier session',
  });
}

interface Change {
  readonly used: string;
  readonly evidence: readonly Evidence[];
}

function parameterChange(
  name: string,
  before: string | undefined,
  request: AuthorizationRequest | undefined,
  call: TokenRequest | undefined,
  isSame: (one: string, other: string) => boolean,
): Change | undefined {
  const message = [request, call].find((each) => each?.params.get(name) !== undefined);
  const now = message?.params.get(name);
  if (before === undefined || message === undefined || now === undefined || isHidden(now)) return undefined;
  return isSame(before, now) ? undefined : { used: `${name} “${before}”`, evidence: [at(message, name)] };
}

function methodChange({ method }: LastSuccess, call: TokenRequest | undefined): Change | undefined {
  if (method === undefined || call === undefined) return undefined;
  if (method === (call.authentication.methods[0] ?? 'none')) return undefined;
  const used = method === 'none' ? 'no client authentication' : `client authentication ${method}`;
  return { used, evidence: credentialsAt(call) };
}

/** The order of scopes means nothing (RFC 6749 §3.3). */
function isSameScope(one: string, other: string): boolean {
  return scopeWords(one).toSorted().join(' ') === scopeWords(other).toSorted().join(' ');
}
