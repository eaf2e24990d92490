import { scopeWords } from '../../oauth/scope.ts';
import { oidcCore } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const silentAuthNeedsInteraction = defineRule({
  id: 'silent-auth-needs-interaction',
  title: 'A silent check says that the user has to sign in or consent, which is an ordinary answer',
  severity: 'info',
  why: 'With prompt=none a server may show nothing, so it answers with an error when it would have to.',
  fix: 'Start a login that may show a page when the silent one cannot succeed.',
  sources: [oidcCore('3.1.2.1', 'AuthRequest'), oidcCore('3.1.2.6', 'AuthError')],
  needs: ['authorizationRequest', 'progress', 'surroundings'],
  check({ authorizationRequest, progress, surroundings }) {
    const prompts = scopeWords(authorizationRequest.params.get('prompt'));
    if (!prompts.includes('none')) return notApplicable;
    const evidence = [at(authorizationRequest, 'prompt')];
    if (prompts.length > 1 && progress.failure?.error?.code === 'invalid_request') {
      return fail(evidence, {
        severity: 'error',
        title: 'prompt=none is combined with another prompt',
        suspicion: {
          cause: 'request_malformed',
          weight: 0.95,
          sentence: 'The request combines prompt=none with another prompt, which contradicts it.',
          evidence,
        },
      });
    }
    if (progress.expected === undefined) return pass;
    const { exchange, params } = authorizationRequest;
    const recent = surroundings
      .loginsInTabBefore(exchange, 60_000)
      .filter(
        (message) =>
          message.kind === 'authorization_request' &&
          message.params.get('prompt') === 'none' &&
          message.params.get('client_id') === params.get('client_id') &&
          message.params.get('scope') === params.get('scope'),
      );
    return recent.length < 3
      ? fail([...evidence, progress.expected.at])
      : fail([...evidence, progress.expected.at], {
          severity: 'error',
          title: 'A silent check is repeated over and over although the user has to act',
        });
  },
});
