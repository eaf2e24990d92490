import { errorCode } from '../../oauth/error-codes.ts';
import { rfc } from '../../oauth/source.ts';
import type { Failure } from '../../flow/failure.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

const places: Readonly<Record<Failure['place'], string>> = {
  pushed_authorization_request: 'The pushed authorization request',
  authorization_endpoint: 'The authorization request',
  authorization_response: 'The authorization request',
  callback: 'The app’s callback',
  token_endpoint: 'The token request',
  userinfo: 'The UserInfo request',
  device_authorization: 'The device authorization request',
  backchannel_authentication: 'The backchannel authentication request',
  fedcm: 'The sign-in that the browser asked for (FedCM)',
  registration: 'The registration of the client',
  revocation: 'The revocation request',
  introspection: 'The introspection request',
  discovery: 'The request for the discovery document',
  logout: 'The logout request',
};

export const errorResponseDecoded = defineRule({
  id: 'error-response-decoded',
  title: 'A request was answered with an error',
  severity: 'error',
  why: 'The answer ends the login; its code says in which direction to look, and the causes say where.',
  fix: 'See the ranked causes of the verdict.',
  sources: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  needs: ['failure'],
  check({ failure }) {
    const { error, place } = failure;
    if (error === undefined) return notApplicable;
    const known = error.code === undefined ? undefined : errorCode(error.code);
    const evidence = [
      error.at,
      ...(error.descriptionAt === undefined || error.descriptionAt === error.at ? [] : [error.descriptionAt]),
    ];
    const title =
      known === undefined
        ? `${places[place]} was answered with an error`
        : `${places[place]} was answered with ${known.code}: ${known.meaning}`;
    return fail(evidence, { title, severity: error.code === 'access_denied' ? 'info' : 'error' });
  },
});
