import { withoutQuery } from '../../http/url.ts';
import { oidcDiscovery, rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const metadataIssuerMismatch = defineRule({
  id: 'metadata-issuer-mismatch',
  title: 'The discovery document names another issuer than the address it was fetched from',
  severity: 'warning',
  why: 'Clients must not use such a document, for it may be a forgery.',
  fix: 'Correct the server’s base URL (behind a proxy: its forwarded host and scheme), or configure the issuer that the document names.',
  sources: [rfc(8414, '3.3'), oidcDiscovery('4.3', 'ProviderConfigurationValidation')],
  needs: ['flow', 'progress', 'surroundings'],
  check({ flow, progress, surroundings }) {
    const asked = (flow.authorizationRequest ?? flow.root.message).exchange.url;
    const metadata = surroundings.metadataAt(asked);
    const { url, exchange } = metadata ?? {};
    if (metadata === undefined || url === undefined || exchange === undefined) return notApplicable;
    // A document for many tenants has a template in place of one.
    if (metadata.issuer.includes('{')) return notApplicable;
    if (expectedIssuers(url).includes(metadata.issuer.replace(/\/$/, ''))) return pass;
    // Providers that do so by design are in use every day, and this login worked.
    const isTolerated =
      progress.outcome === 'succeeded' || surroundings.authority(asked).provider !== 'generic';
    return fail(
      [{ exchange, part: 'response_json', name: 'issuer' }],
      isTolerated ? { severity: 'info' } : {},
    );
  },
});

/** The well-known path after the issuer (OpenID Connect Discovery §4), or between its host and path (RFC 8414 §3.1). */
function expectedIssuers(url: string): readonly string[] {
  const plain = withoutQuery(url);
  const suffix = plain.replace(/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/, '');
  const inserted = plain.replace(
    /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?=\/|$)/,
    '',
  );
  return [suffix, inserted];
}
