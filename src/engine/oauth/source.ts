/** A specification section or vendor page. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** A section of an RFC. */
export function rfc(number: number, section: string): Source {
  return {
    title: `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}

/** A section of OpenID Connect Discovery 1.0. */
export function oidcDiscovery(section: string, anchor: string): Source {
  return {
    title: `OpenID Connect Discovery §${section}`,
    url: `https://openid.net/specs/openid-connect-discovery-1_0.html#${anchor}`,
  };
}

/** A section of OpenID Connect Core 1.0. */
export function oidcCore(section: string, anchor: string): Source {
  return {
    title: `OpenID Connect Core §${section}`,
    url: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
  };
}

/** A section of the draft of OAuth 2.0 Attestation-Based Client Authentication. */
export function clientAttestation(section: string): Source {
  const draft = 'draft-ietf-oauth-attestation-based-client-auth-08';
  return {
    title: `Attestation-Based Client Authentication §${section} (draft)`,
    url: `https://datatracker.ietf.org/doc/html/${draft}#section-${section}`,
  };
}
