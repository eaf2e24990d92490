// What docs/messages.md says of each message; no build has it.
import type { MessageKind } from './message.ts';
import { oidcCore, oidcDiscovery, rfc, type Source } from './source.ts';

/** How a message is told from all others, for people. */
interface Recognition {
  /** What an exchange must look like. */
  readonly recognised: string;
  /** Where it is defined. */
  readonly sources: readonly Source[];
}

const jarm: Source = {
  title: 'JWT Secured Authorization Response Mode §2',
  url: 'https://openid.net/specs/oauth-v2-jarm.html',
};

const formPost: Source = {
  title: 'OAuth 2.0 Form Post Response Mode',
  url: 'https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html',
};

/** By the kind of message. */
export const recognition: Readonly<Record<MessageKind, Recognition>> = {
  authorization_request: {
    recognised:
      '`GET` or `POST` with `client_id` and a `response_type` of registered words, a `request` or a `request_uri`; at a path named for it, `redirect_uri` in place of `response_type`. Never with `code`, `error` or `grant_type`. With `response_mode=direct_post` it is labelled a request to a wallet',
    sources: [rfc(6749, '4.1.1'), rfc(9101, '5'), rfc(9126, '4'), oidcCore('3.1.2.1', 'AuthRequest')],
  },
  authorization_response: {
    recognised:
      'a redirect target, a loaded URL (query or fragment), a form `POST`, or a page that sends a form or a window message off by itself, with `code`, `error`, `id_token`, or `access_token` and `token_type`; a form needs `state`, `iss` or the like beside a lone `code`; or with a `response` that is a JWT of these; never with `redirect_uri`, `response_type`, `grant_type` or `client_secret`. Without its request it is shown if a token request has its code, or if it has a `state` beside tokens, a JWT, `iss`, `session_state`, `client_info`, a known `error` or an `error_description`, or beside a `code` of which two are true: the code looks random, the state does, the app’s path is named for logins, a server that is sent the browser on, `scope` is there',
    sources: [rfc(6749, '4.1.2'), rfc(6749, '4.2.2'), rfc(9207, '2'), formPost, jarm],
  },
  backchannel_authentication: {
    recognised:
      'a form `POST` with `login_hint`, `login_hint_token` or `id_token_hint`, in the open or in a signed `request`, or with an encrypted `request`; never with `redirect_uri`, `response_type` or `grant_type`. It is answered with `auth_req_id`, has its hint in a signed `request` outside navigation and is not answered with `request_uri`, or is sent to a path named for it or to the `backchannel_authentication_endpoint` of a captured metadata document',
    sources: [
      {
        title: 'OpenID Connect CIBA §7.1',
        url: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_request',
      },
    ],
  },
  code_relay: {
    recognised:
      'a call that is no navigation, with `code` in its query, form or JSON body and without `grant_type`; shown only in the login that has this very code, or waits for one by window message with the state that the call carries',
    sources: [],
  },
  device_authorization: {
    recognised:
      'a form `POST` answered with `device_code`, or with a `client_id` to a path named for devices or to the `device_authorization_endpoint` of a captured metadata document',
    sources: [rfc(8628, '3.1')],
  },
  discovery: {
    recognised:
      '`GET` of `/.well-known/openid-configuration` or `/.well-known/oauth-authorization-server` (before or after the path of the issuer), answered with JSON that names its `issuer`, or called by a page in vain',
    sources: [oidcDiscovery('4', 'ProviderConfig'), rfc(8414, '3')],
  },
  fedcm: {
    recognised:
      '`Sec-Fetch-Dest: webidentity`, or `GET` of `/.well-known/web-identity`; an assertion is a form `POST` with `client_id` and `account_id`, answered with `token`, `continue_on` or `error`. Shown only when an assertion was asked for',
    sources: [{ title: 'Federated Credential Management API', url: 'https://www.w3.org/TR/fedcm/' }],
  },
  foreign_login: {
    recognised:
      'a navigation with `SAMLRequest`, `SAMLResponse` or `SAMLart` (SAML 2.0), `wa=wsignin1.0` (WS-Federation), or `ticket=ST-…` (CAS); shown only inside a login, and never judged',
    sources: [
      {
        title: 'SAML 2.0 Bindings §3.4, §3.5',
        url: 'https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf',
      },
      {
        title: 'WS-Federation 1.2 §13',
        url: 'https://docs.oasis-open.org/wsfed/federation/v1.2/os/ws-federation-1.2-spec-os.html',
      },
      {
        title: 'CAS Protocol 3.0',
        url: 'https://apereo.github.io/cas/7.1.x/protocol/CAS-Protocol-Specification.html',
      },
    ],
  },
  front_channel_logout: {
    recognised: 'an iframe loaded by `GET` with `iss` and `sid` and no answer parameters',
    sources: [
      {
        title: 'OpenID Connect Front-Channel Logout §3',
        url: 'https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout',
      },
    ],
  },
  initiated_login: {
    recognised:
      'a navigation with `iss` and `login_hint` or `target_link_uri` in its query or form, without `response_type`, `code`, `state` or `error`; shown only when an authorization request follows in the tab',
    sources: [oidcCore('4', 'ThirdPartyInitiatedLogin')],
  },
  introspection: {
    recognised:
      'a form `POST` of `token` that is answered with a boolean `active` or a JWT of the type `application/token-introspection+jwt`, or sent to a path named for introspection or to the `introspection_endpoint` of a captured metadata document',
    sources: [rfc(7662, '2.1'), rfc(9701, '5')],
  },
  keys: {
    recognised:
      '`GET` answered with `keys` that have a `kty`, or with no key or a page at a path named for keys',
    sources: [rfc(7517, '5')],
  },
  logout: {
    recognised:
      '`post_logout_redirect_uri`, or a path named for logout with `id_token_hint`, `client_id`, `logout_uri` or `returnTo`; at the `end_session_endpoint` of a captured metadata document, also a navigation without any; or `logout_token`, which a server sends to an app (labelled a back-channel logout)',
    sources: [
      {
        title: 'OpenID Connect RP-Initiated Logout §2',
        url: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
      },
      {
        title: 'OpenID Connect Back-Channel Logout §2.5',
        url: 'https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest',
      },
    ],
  },
  preflight: {
    recognised: '`OPTIONS`',
    sources: [{ title: 'Fetch, CORS preflight', url: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch' }],
  },
  pushed_authorization_request: {
    recognised:
      'a form `POST` outside navigation with `response_type` or `request` and a `client_id`, or one that is answered with `request_uri`, or has a `client_id` and is sent to the `pushed_authorization_request_endpoint` of a captured metadata document; never one that is a backchannel authentication request, or is answered with `auth_session` or `authorization_code`',
    sources: [rfc(9126, '2')],
  },
  registration: {
    recognised:
      'a JSON `POST` or `PUT` with `redirect_uris`, `grant_types` or `software_statement`, answered with `client_id` or an error, or sent to a path named for registration or to the `registration_endpoint` of a captured metadata document',
    sources: [rfc(7591, '3.1'), rfc(7592, '2.2')],
  },
  resource_call: {
    recognised:
      'a call that is answered with 401 or 403 and carried a Bearer or DPoP token, in a header or its form, or is asked for one, one that is answered with 400 and such a challenge, or one with an `access_token` in its query; other calls that worked say nothing about a login',
    sources: [rfc(6750, '3'), rfc(9449, '7.1')],
  },
  resource_metadata: {
    recognised:
      '`GET` of `/.well-known/oauth-protected-resource` answered with JSON that names its `resource`',
    sources: [rfc(9728, '3')],
  },
  revocation: {
    recognised:
      'a form or JSON `POST` of `token` with `token_type_hint`, to a path named for revocation, or to the `revocation_endpoint` of a captured metadata document',
    sources: [rfc(7009, '2.1')],
  },
  session_iframe: {
    recognised:
      'an iframe loaded by `GET` whose path is named for the check of a session (`check_session`, `checksession`, `session_iframe`, `login-status-iframe`), or that is the `check_session_iframe` of a captured metadata document',
    sources: [
      {
        title: 'OpenID Connect Session Management §3',
        url: 'https://openid.net/specs/openid-connect-session-1_0.html#ChangeNotification',
      },
    ],
  },
  token_request: {
    recognised:
      'a call with `grant_type` in its form (also a multipart one), JSON body or query; without one, a `code` sent to a path named for tokens and answered with tokens or an error. JSON without `client_id` counts only if tokens come back or the path says so; 307 and 308 are hops',
    sources: [
      rfc(6749, '3.2'),
      rfc(6749, '4.1.3'),
      rfc(6749, '6'),
      rfc(8628, '3.4'),
      rfc(8693, '2.1'),
      rfc(7523, '2.1'),
      rfc(7522, '2.1'),
    ],
  },
  unread_token_call: {
    recognised:
      'a call of a page by `POST`, of whose body nothing was recorded, to the `token_endpoint` of a captured metadata document or a path named for tokens, answered with 200 and JSON or with an error; shown only in a login at the same server',
    sources: [rfc(6749, '3.2')],
  },
  userinfo: {
    recognised:
      'a Bearer or DPoP token, in a header, a form or the query, sent to a path named `userinfo`, to the `userinfo_endpoint` of a captured metadata document, or to `/me` and answered with `sub`',
    sources: [oidcCore('5.3', 'UserInfo')],
  },
};
