// Signatures of tokens: RFC 7515 §5.2 (JWS), RFC 7517 §5 (key sets), OpenID Connect Core §10.1, RFC 9449 §4.3 (DPoP).
import { compactVerify } from 'jose';
import type { Evidence, FlowReport, SignatureCheck } from './diagnosis/report.ts';
import type { Exchange } from './http/exchange.ts';
import { isJsonObject, parseJsonObject, stringMember, type JsonObject } from './http/json.ts';
import { readingOf } from './http/reading.ts';
import { isAt, originOf } from './http/url.ts';
import { isMetadataUrl } from './oauth/discovery.ts';
import { decodeJwt, type DecodedJwt } from './oauth/jwt.ts';
import { classify } from './oauth/classify.ts';
import { fitsHash } from './oauth/half-hash.ts';
import { isHidden } from './oauth/placeholder.ts';

/**
 * Checks the signatures of a flow's ID tokens and of its access tokens that name an issuer with the keys documents among
 * `recorded`, and those of DPoP proofs with the key that each carries. It is asynchronous, as the platform's cryptography is, and so stands apart from the analysis.
 */
export async function verifySignatures(
  flow: FlowReport,
  recorded: readonly Exchange[],
): Promise<readonly SignatureCheck[]> {
  const own = new Set(flow.exchanges);
  const keySets = keySetsOf(recorded);
  const tokens = recorded.filter(({ id }) => own.has(id)).flatMap(tokensOf);
  return Promise.all(tokens.map((token) => check(token, keySets)));
}

/** False for what `verifySignatures` would look through in vain: neither a keys document nor metadata. */
export function mayNameKeys({ url, responseBody }: Exchange): boolean {
  return isMetadataUrl(url) || responseBody?.text.includes('"keys"') === true;
}

interface Found {
  readonly name: string;
  readonly value: string;
  readonly jwt: DecodedJwt;
  readonly at: Evidence;
  /** What its hashes are of, by their claims. */
  readonly hashed: Readonly<Record<string, string | undefined>>;
}

const proofName = 'DPoP proof';

function tokensOf(exchange: Exchange): readonly Found[] {
  const proofs = exchange.requestHeaders.flatMap(({ name, value }) =>
    name.toLowerCase() === 'dpop'
      ? found(proofName, value, { exchange: exchange.id, part: 'request_header', name })
      : [],
  );
  const tokens = classify(exchange).flatMap((message) => {
    if (message.kind === 'token_request')
      return ['id_token', 'access_token'].flatMap((name) =>
        found(
          name,
          stringMember(message.tokens?.body, name),
          { exchange: exchange.id, part: 'response_json', name },
          { at_hash: message.tokens?.accessToken, c_hash: message.params.get('code') },
        ),
      );
    if (message.kind !== 'authorization_response') return [];
    const { params } = message;
    const [at_hash, c_hash, s_hash] = ['access_token', 'code', 'state'].map((name) => params.get(name));
    return ['id_token', 'access_token', 'response'].flatMap((name) => {
      const parameter = params.find(name);
      return parameter === undefined
        ? []
        : found(name, parameter.value, parameter.at, { at_hash, c_hash, s_hash });
    });
  });
  return [...proofs, ...tokens];
}

function found(
  name: string,
  value: string | undefined,
  at: Evidence,
  hashed: Found['hashed'] = {},
): readonly Found[] {
  const jwt = value === undefined ? undefined : decodeJwt(value);
  return value === undefined || jwt === undefined ? [] : [{ name, value, jwt, at, hashed }];
}

async function check(
  { name, value, jwt, at, hashed }: Found,
  keySets: readonly KeySet[],
): Promise<SignatureCheck> {
  const hashes = new Map(
    Object.entries(hashed).flatMap(([claim, of]) => {
      const fits = fitsHash(jwt, claim, of);
      return fits === undefined ? [] : [[claim, fits] as const];
    }),
  );
  const said = (outcome: SignatureCheck['outcome'], words: string): SignatureCheck => ({
    at,
    name,
    outcome,
    words,
    ...(hashes.size > 0 && { hashes }),
  });
  const { alg, kid } = { alg: stringMember(jwt.header, 'alg'), kid: stringMember(jwt.header, 'kid') };
  if (isHidden(value)) return said('not_checked', 'was removed before this file was shared');
  if (alg === undefined || alg === 'none') return said('invalid', 'is missing: the token is not signed');
  if (alg.startsWith('HS'))
    return said('not_checked', 'is made with the client’s secret, which only its owners can check');
  const own = name === proofName ? jwt.header['jwk'] : undefined;
  if (isJsonObject(own)) return said(...(await verdictOf(value, [own], alg, 'the key in its header')));
  const issuer = stringMember(jwt.claims, 'iss');
  const sets = keySets.filter((set) => issuer !== undefined && isOf(set, issuer));
  if (sets.length === 0)
    return said('not_checked', 'was not checked: the keys of its issuer were not recorded');
  const keys = sets.flatMap((set) => set.keys).filter((key) => mayVerify(key, alg, kid));
  if (keys.length === 0) return said('invalid', 'has no key: the recorded keys document does not list it');
  return said(...(await verdictOf(value, keys, alg, 'a key of the recorded keys document')));
}

async function verdictOf(
  token: string,
  keys: readonly JsonObject[],
  alg: string,
  which: string,
): Promise<readonly [SignatureCheck['outcome'], string]> {
  const outcomes = await Promise.all(keys.map(async (key) => verifies(token, key, alg)));
  if (outcomes.includes('valid')) return ['valid', `is valid by ${which} (${alg})`];
  if (outcomes.includes('unsupported'))
    return ['not_checked', 'was not checked: its algorithm is not supported here'];
  return ['invalid', `does not fit ${which}`];
}

/** A discovery document says whose keys they are; without one, those of the issuer's own origin are taken. */
function isOf({ issuers, origin }: KeySet, issuer: string): boolean {
  return issuers.length > 0 ? issuers.includes(issuer) : origin === originOf(issuer);
}

function mayVerify(key: JsonObject, alg: string, kid: string | undefined): boolean {
  const own = stringMember(key, 'alg');
  return (
    (kid === undefined || stringMember(key, 'kid') === kid) &&
    (own === undefined || own === alg) &&
    key['use'] !== 'enc'
  );
}

async function verifies(
  token: string,
  key: JsonObject,
  alg: string,
): Promise<'valid' | 'wrong' | 'unsupported'> {
  try {
    await compactVerify(token, { ...key, alg, kty: stringMember(key, 'kty') ?? '' });
    return 'valid';
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'wrong' : 'unsupported';
  }
}

/** A keys document and the issuers it belongs to. */
interface KeySet {
  readonly issuers: readonly string[];
  readonly origin: string;
  readonly keys: readonly JsonObject[];
}

function keySetsOf(recorded: readonly Exchange[]): readonly KeySet[] {
  const documents = recorded
    .filter(({ url }) => isMetadataUrl(url))
    .map(({ responseBody }) => parseJsonObject(responseBody?.text ?? ''))
    .filter((document) => document !== undefined);
  return recorded.flatMap((exchange) => {
    if (!classify(exchange).some(({ kind }) => kind === 'keys')) return [];
    const members = readingOf(exchange).responseJson()?.['keys'];
    const keys = Array.isArray(members) ? members.filter(isJsonObject) : [];
    const named = documents.flatMap((document) =>
      isAt(stringMember(document, 'jwks_uri'), exchange.url) ? (stringMember(document, 'issuer') ?? []) : [],
    );
    return [{ issuers: named, origin: originOf(exchange.url), keys }];
  });
}
