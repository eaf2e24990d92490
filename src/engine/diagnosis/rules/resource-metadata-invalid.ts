import { stringMember, stringsMember } from '../../http/json.ts';
import { hostOf, originOf } from '../../http/url.ts';
import { apiMetadataOf } from '../../oauth/resource-call.ts';
import { rfc } from '../../oauth/source.ts';
import { cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';
import { tokenAt } from '../token-at.ts';

export const resourceMetadataInvalid = defineRule({
  id: 'resource-metadata-invalid',
  title: 'The API that refuses the token takes tokens of other servers only',
  severity: 'error',
  why: 'An API names in its metadata the authorization servers whose tokens it takes.',
  fix: 'Log in at a server of authorization_servers, or add the issuer of this login to the API’s metadata.',
  sources: [rfc(9728, '3.3'), rfc(9728, '5.1')],
  needs: ['flow', 'surroundings'],
  check({ flow, surroundings }) {
    const call = flow.messages.findLast(
      (message) => message.kind === 'resource_call' && message.accessToken !== undefined,
    );
    const url = call?.kind === 'resource_call' ? apiMetadataOf(call) : undefined;
    const api = url === undefined ? undefined : surroundings.apiMetadataAt(url);
    if (call?.kind !== 'resource_call' || api === undefined) return notApplicable;
    const { id } = api.exchange;
    // A gateway may stand before the API under another path, but never under another origin.
    const resource = stringMember(api.document, 'resource') ?? '';
    if (originOf(resource) !== originOf(call.endpoint))
      return fail([{ exchange: id, part: 'response_json', name: 'resource' }, tokenAt(call)], {
        title: 'The API that refuses the token describes itself as another API',
      });
    const servers = stringsMember(api.document, 'authorization_servers') ?? [];
    const asked = (flow.authorizationRequest ?? flow.root.message).exchange.url;
    const issuer = surroundings.metadataAt(asked)?.issuer ?? flow.authorizationResponse?.params.get('iss');
    if (servers.length === 0 || issuer === undefined) return cannotTell('Nothing names the issuer.');
    // An issuer may be spelt in several ways (a tenant, a version); another host is another server.
    if (servers.some((server) => [hostOf(issuer), hostOf(asked)].includes(hostOf(server)))) return pass;
    return fail([{ exchange: id, part: 'response_json', name: 'authorization_servers' }, tokenAt(call)]);
  },
});
