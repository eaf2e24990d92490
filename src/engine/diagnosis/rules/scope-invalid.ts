import { stringMember, stringsMember } from '../../http/json.ts';
import type { Message, TokenRequest } from '../../oauth/message.ts';
import { scopeWords } from '../../oauth/scope.ts';
import { rfc } from '../../oauth/source.ts';
import { saysOtherwise } from '../client-refusal.ts';
import { at, defineRule, fail, notApplicable, type RuleOutcome } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

export const scopeInvalid = defineRule({
  id: 'scope-invalid',
  title: 'The server refuses the scope',
  severity: 'error',
  why: 'A scope must exist at the server, be allowed for the client, and be spelt and separated as the standard says.',
  fix: 'Ask for scopes that are registered for the client, separated by blanks.',
  sources: [rfc(6749, '3.3'), rfc(6749, '4.1.2.1'), rfc(6749, '6')],
  needs: ['failure', 'said', 'flow', 'surroundings'],
  check({ failure, said, flow, surroundings }) {
    const { message, error } = failure;
    const exceeds =
      message.kind === 'token_request'
        ? excessOf(message, flow.redemptions.at(-1), flow.authorizationRequest)
        : undefined;
    if (exceeds !== undefined) return exceeds;
    if (error?.code !== 'invalid_scope' || failure.place === 'callback') return notApplicable;
    if (saysOtherwise(said, 'scope_invalid')) return notApplicable;
    const asking = message.params.find('scope') === undefined ? flow.authorizationRequest : message;
    const evidence = asking === undefined ? [error.at] : [at(asking, 'scope'), error.at];
    const scope = asking?.params.get('scope') ?? '';
    const document = surroundings.metadataAt((asking ?? message).exchange.url)?.document;
    const reason = separatorFault(scope) ?? suspects(scope, stringsMember(document, 'scopes_supported'));
    return fail(evidence, {
      suspicion: {
        cause: 'scope_invalid',
        weight: 0.96,
        evidence,
        proof: wordsProof(failure),
        ...(reason === undefined ? {} : { sentence: `The server refuses the scope: ${reason}.` }),
      },
    });
  },
});

/** A refresh may narrow the scope and not widen it (RFC 6749 §6). */
function excessOf(
  request: TokenRequest,
  issue: TokenRequest | undefined,
  asked: Message | undefined,
): RuleOutcome | undefined {
  const code = request.error?.code;
  if (request.grantType !== 'refresh_token' || (code !== 'invalid_scope' && code !== 'invalid_grant'))
    return undefined;
  const granted =
    stringMember(issue?.tokens?.body, 'scope') ??
    (issue === undefined ? undefined : asked?.params.get('scope'));
  if (granted === undefined) return undefined;
  const wider = scopeWords(request.params.get('scope')).filter((word) => !scopeWords(granted).includes(word));
  if (wider.length === 0) return undefined;
  const evidence = [at(request, 'scope')];
  return fail(evidence, {
    title: 'The refresh asks for more than was granted',
    suspicion: {
      cause: 'refresh_scope_exceeds_grant',
      weight: code === 'invalid_scope' ? 0.96 : 0.5,
      sentence: `The refresh asks for ${quoted(wider)}, which was not granted.`,
      evidence,
    },
  });
}

function separatorFault(scope: string): string | undefined {
  if (scope.includes(' ')) return undefined;
  if (scope.includes(',')) return 'its words are separated by commas instead of blanks';
  return scope.includes('+') ? 'its words are separated by “+”, which was encoded once too often' : undefined;
}

/** The list may be partial (RFC 8414 §2), so what it lacks is a suspect and no more. */
function suspects(scope: string, offered: readonly string[] | undefined): string | undefined {
  const missing = offered === undefined ? [] : scopeWords(scope).filter((word) => !offered.includes(word));
  return missing.length === 0 ? undefined : `its discovery document does not list ${quoted(missing)}`;
}

function quoted(words: readonly string[]): string {
  return words
    .slice(0, 5)
    .map((word) => `“${word}”`)
    .join(', ');
}
