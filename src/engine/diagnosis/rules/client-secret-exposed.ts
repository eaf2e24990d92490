import { parseParameters } from '../../http/parameters.ts';
import { urlParts } from '../../http/url.ts';
import type { Evidence } from '../../http/evidence.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import type { Message, TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { providerById } from '../../providers/index.ts';
import { isFromPage, isOfApp } from '../client-profile.ts';
import { credentialsAt } from '../client-refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const clientSecretExposed = defineRule({
  id: 'client-secret-exposed',
  title: 'A client secret is visible in the browser',
  severity: 'warning',
  why: 'Whoever uses the page can read what it sends; a secret that everyone has proves nothing.',
  fix: 'Remove the secret from the page and make a new one; register the app as public with PKCE, or let a server redeem the code.',
  sources: [rfc(6749, '2.1'), rfc(6749, '2.3.1'), rfc(6749, '10.1'), rfc(7662, '2.1')],
  needs: ['flow', 'surroundings'],
  check({ flow, surroundings }) {
    const inUrl = flow.messages
      .filter((message) => !isAsDocumented(message, surroundings))
      .flatMap(secretInUrl);
    if (inUrl[0] !== undefined) {
      return fail(inUrl, { severity: 'error', title: 'A client secret stands in a URL' });
    }
    const calls = flow.messages.filter((message) => message.kind === 'token_request');
    const exposing = calls.find((call) => isFromPage(call.exchange) && holdsSecret(call));
    if (exposing !== undefined) {
      // A secret that was made for this page alone is no secret that all share.
      if (surroundings.secretIssue(exposing) !== undefined)
        return fail(credentialsAt(exposing), { severity: 'info' });
      const { provider } = surroundings.authority(exposing.endpoint);
      return fail(credentialsAt(exposing), providerById(provider).givesAllSecrets === true ? noSecret : {});
    }
    const introspection = flow.messages.find(
      ({ kind, exchange }) => kind === 'introspection' && isFromPage(exchange) && !isOfApp(exchange),
    );
    if (introspection === undefined) return notApplicable;
    return fail([{ exchange: introspection.exchange.id, part: 'request', name: '' }], {
      title: 'A page asks the introspection endpoint, which takes a client’s credentials',
    });
  },
});

const noSecret = {
  title: 'A client secret is visible in the browser, of a provider that gives one to public clients too',
  fix: 'Treat the client as public: its secret keeps nobody out. Let a server redeem the code, or use the provider’s own library for pages.',
} as const;

function holdsSecret({ authentication }: TokenRequest): boolean {
  const { methods, basicFault } = authentication;
  // An empty secret only names the client, and an assertion may be signed for the page by its server.
  return methods.some(
    (method) =>
      method === 'client_secret_post' || (method === 'client_secret_basic' && basicFault !== 'empty_secret'),
  );
}

/** A server’s own call to a provider that takes the secret so: no page has it. */
function isAsDocumented({ kind, endpoint, exchange }: Message, surroundings: Surroundings): boolean {
  if (kind !== 'token_request' || isFromPage(exchange)) return false;
  const { provider } = surroundings.authority(endpoint);
  return providerById(provider).departs === 'takes the secret in the query';
}

function secretInUrl({ exchange, kind }: Message): readonly Evidence[] {
  if (kind !== 'token_request' && kind !== 'authorization_request') return [];
  const query = urlParts(exchange.url).query ?? '';
  const has = parseParameters(query).some(({ name, value }) => name === 'client_secret' && value !== '');
  return has ? [{ exchange: exchange.id, part: 'query', name: 'client_secret' }] : [];
}
