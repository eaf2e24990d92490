import { numberMember, stringMember } from '../../http/json.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const jarRequestObjectInvalid = defineRule({
  id: 'jar-request-object-invalid',
  title: 'The request object is not what a server may accept',
  severity: 'error',
  why: 'The server takes the parameters from the signed object and refuses one that it cannot trust.',
  fix: 'Sign the object anew for each login, with client_id, aud and exp, and keep copies outside of it equal.',
  sources: [rfc(9101, '4'), rfc(9101, '6.3'), oidcCore('6.1', 'RequestObject')],
  needs: ['flow'],
  check({ flow }) {
    const request =
      flow.pushed?.params.find('request') === undefined ? flow.authorizationRequest : flow.pushed;
    const object = request?.params.find('request');
    if (request === undefined || object === undefined) return notApplicable;
    const fault = faultOf(request, object.value);
    if (fault === undefined) return pass;
    const evidence = [object.at, ...(fault.name === undefined ? [] : [at(request, fault.name)])];
    const suspicion = {
      cause: 'request_object_invalid',
      weight: 0.85,
      evidence,
      sentence: `${fault.title}.`,
    } as const;
    return fail(evidence, {
      title: fault.title,
      ...(fault.isWarning === true ? { severity: 'warning' } : { suspicion }),
    });
  },
});

interface Fault {
  readonly title: string;
  readonly name?: string;
  readonly isWarning?: boolean;
}

function faultOf(
  request: Pick<AuthorizationRequest, 'params' | 'exchange'>,
  object: string,
): Fault | undefined {
  const { params, exchange } = request;
  if (params.list.some(({ name, raw }) => name === 'request_uri' && raw !== ''))
    return { title: 'The request has both request and request_uri', name: 'request_uri' };
  const jwt = decodeJwt(object);
  // Encrypted, or removed before the file was shared.
  if (jwt === undefined) return undefined;
  const { header, claims } = jwt;
  if ((stringMember(header, 'alg') ?? 'none') === 'none')
    return { title: 'The request object is not signed' };
  if (claims['request'] !== undefined || claims['request_uri'] !== undefined)
    return { title: 'The request object contains another request' };
  const end = numberMember(claims, 'exp');
  if (end !== undefined && end * 1000 < exchange.startedAt)
    return { title: 'The request object had expired when it was sent' };
  const outside = params.list.filter(({ at: { part }, name, value }) => {
    const inside = stringMember(claims, name);
    const isCopy = (part === 'query' || part === 'form') && inside !== undefined;
    return isCopy && sameValue(value, inside) === false;
  });
  const other = outside.find(({ name }) => name === 'client_id') ?? outside[0];
  if (other === undefined) return undefined;
  return other.name === 'client_id'
    ? { title: 'The request object is of another client than the request', name: 'client_id' }
    : {
        title: 'A parameter outside the request object differs from the one inside, which alone counts',
        name: other.name,
        isWarning: true,
      };
}
