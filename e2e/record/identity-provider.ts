import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { SignedXml } from 'xml-crypto';

/** Who vouches for a user with assertions: JWTs (RFC 7523) and SAML 2.0 (RFC 7522). */
export interface IdentityProvider {
  jwt(audience: string): Promise<string>;
  /** Encoded as a token request carries it; `life` in seconds. */
  saml(audience: string, life: number): string;
  /** The user of an assertion that is good for `audience`; undefined for any other. */
  readJwt(assertion: string, audience: string): Promise<string | undefined>;
  readSaml(assertion: string, audience: string): string | undefined;
}

const name = 'https://idp.example';
const transforms = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
];

/** One with a fresh key. */
export function createIdentityProvider(): IdentityProvider {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicCert: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  return {
    jwt: async (audience) =>
      new SignJWT({ jti: crypto.randomUUID() })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(name)
        .setSubject('alice')
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
    saml(audience, life) {
      const [from, until] = [0, life].map((seconds) => new Date(Date.now() + seconds * 1000).toISOString());
      const xml = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${crypto.randomUUID()}" IssueInstant="${from}" Version="2.0"><saml:Issuer>${name}</saml:Issuer><saml:Subject><saml:NameID>alice</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${audience}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions></saml:Assertion>`;
      const signer = new SignedXml({
        privateKey: pem.privateKey,
        canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
        signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      });
      signer.addReference({
        xpath: "//*[local-name(.)='Assertion']",
        digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
        transforms,
      });
      signer.computeSignature(xml);
      return Buffer.from(signer.getSignedXml()).toString('base64url');
    },
    async readJwt(assertion, audience) {
      const read = jwtVerify(assertion, publicKey, { issuer: name, audience });
      return read.then(
        ({ payload }) => payload.sub,
        () => undefined,
      );
    },
    readSaml(assertion, audience) {
      const xml = Buffer.from(assertion, 'base64url').toString();
      const checker = new SignedXml({ publicCert: pem.publicCert });
      checker.loadSignature(/<Signature[\s\S]*<\/Signature>/u.exec(xml)?.[0] ?? '');
      if (!checker.checkSignature(xml)) return undefined;
      const [signed = ''] = checker.getSignedReferences();
      const part = (pattern: RegExp): string | undefined => pattern.exec(signed)?.[1];
      const isInTime = Date.parse(part(/NotOnOrAfter="([^"]+)"/u) ?? '') > Date.now();
      return isInTime && part(/<saml:Audience>([^<]+)/u) === audience
        ? part(/<saml:NameID>([^<]+)/u)
        : undefined;
    },
  };
}
