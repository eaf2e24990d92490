// Members of metadata that say what a server can do: RFC 8414 §2, OpenID Connect Discovery §3 and what extends them.
import { pages } from './explanation-pages.ts';
import { means, type Explanation } from './explanation.ts';
import { rfc, type Source } from './source.ts';

const { metadata, discovery, ciba, backChannel, frontChannel } = pages;

type Row = readonly [words: string, source: Source];

const rowsOf = (rows: Readonly<Record<string, Row>>): ReadonlyMap<string, Row> =>
  new Map(Object.entries(rows));

/** What is signed or encrypted, by the start of the member’s name. */
const subjects: ReadonlyMap<string, Row> = rowsOf({
  id_token: ['ID tokens', discovery],
  userinfo: ['UserInfo answers', discovery],
  request_object: ['request objects', discovery],
  authorization: ['authorization responses', pages.jarm],
  introspection: ['introspection answers', rfc(9701, '7')],
  token_endpoint_auth: ['client assertions', metadata],
  revocation_endpoint_auth: ['client assertions for revocation', metadata],
  introspection_endpoint_auth: ['client assertions for introspection', metadata],
  backchannel_authentication_request: ['backchannel requests', ciba],
  dpop: ['DPoP proofs', rfc(9449, '5.1')],
  resource: ['answers of the API', rfc(9728, '2')],
});

/** Names without their common end. */
const offers: ReadonlyMap<string, Row> = rowsOf({
  response_modes: ['The ways the answer may come back.', metadata],
  ui_locales: ['The languages of the server’s pages.', metadata],
  revocation_endpoint_auth_methods: ['How a client may prove who it is when it revokes a token.', metadata],
  introspection_endpoint_auth_methods: [
    'How an API may prove who it is when it asks about a token.',
    metadata,
  ],
  acr_values: ['The strengths of sign-in on offer.', discovery],
  subject_types: ['Whether each app knows a user by another sub.', discovery],
  display_values: ['Which kinds of login page there are: page, popup, touch, wap.', discovery],
  claim_types: ['Whether claims come in the token or from elsewhere.', discovery],
  claims: ['The claims the server may tell.', discovery],
  claims_locales: ['The languages in which claims may be told.', discovery],
  claims_parameter: ['Whether single claims may be asked for.', discovery],
  request_parameter: ['Whether a request may be one signed token.', discovery],
  request_uri_parameter: ['Whether a request may stand at an address.', discovery],
  authorization_details_types: ['Which types authorization_details may have.', rfc(9396, '10')],
  backchannel_token_delivery_modes: [
    'How the tokens of a backchannel login come: asked for, announced or pushed.',
    ciba,
  ],
  backchannel_user_code_parameter: [
    'Whether a backchannel login may carry a code that the user knows.',
    ciba,
  ],
  backchannel_logout: ['Whether apps’ servers are told of a logout.', backChannel],
  backchannel_logout_session: ['Whether that message names the session that ended.', backChannel],
  frontchannel_logout: ['Whether apps are told of a logout in frames.', frontChannel],
  frontchannel_logout_session: ['Whether such a frame names the session.', frontChannel],
  bearer_methods: ['Where in a call the API takes the token.', rfc(9728, '2')],
});

/** What a member that ends in `_supported` means; undefined for one of no specification known here. */
export function metadataExplanationOf(name: string): Explanation | undefined {
  const own = /^(.+)_supported$/.exec(name)?.[1] ?? '';
  const offer = offers.get(own);
  if (offer !== undefined) return means(...offer);
  const [, subject = '', deed, target] = /^(.+)_(sign|encrypt)\w+_(alg|enc)_values$/.exec(own) ?? [];
  const found = subjects.get(subject);
  if (found === undefined) return undefined;
  const [what, source] = found;
  const part = deed === 'sign' ? '' : target === 'alg' ? 'the key of ' : 'the content of ';
  return means(`The algorithms that ${deed} ${part}${what}.`, source);
}
