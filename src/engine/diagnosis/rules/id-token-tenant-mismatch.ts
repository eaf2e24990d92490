import { stringMember } from '../../http/json.ts';
import { urlParts } from '../../http/url.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const idTokenTenantMismatch = defineRule({
  id: 'id-token-tenant-mismatch',
  title: 'The ID token belongs to another tenant or organisation than the one that was asked for',
  severity: 'error',
  why: 'An app for one organisation must not let in the users of another.',
  fix: 'Ask the tenant’s own endpoint, and compare tid, org_id or hd with the organisations that may log in.',
  sources: [oidcCore('3.1.3.7', 'IDTokenValidation'), rfc(9700, '4.4')],
  needs: ['idTokens', 'authorizationRequest'],
  check({ idTokens: [first], authorizationRequest }) {
    const { claims } = first;
    const { params, endpoint, exchange } = authorizationRequest;
    const inPath = urlParts(endpoint)
      .path.split('/')
      .find((segment) => guid.test(segment));
    // Only like is compared with like: a name and a GUID may be one tenant.
    const pairs = [
      {
        asked: inPath,
        got: guidMember(stringMember(claims, 'tid')),
        evidence: { exchange: exchange.id, part: 'url', name: '' } as const,
      },
      {
        asked: organisation(params.get('organization')),
        got: organisation(stringMember(claims, 'org_id')),
        evidence: at(authorizationRequest, 'organization'),
      },
      {
        asked: domain(params.get('hd')),
        got: domain(stringMember(claims, 'hd')),
        evidence: at(authorizationRequest, 'hd'),
      },
    ];
    const compared = pairs.filter(({ asked, got }) => asked !== undefined && got !== undefined);
    if (compared.length === 0) return notApplicable;
    const differing = compared.find(({ asked, got }) => asked?.toLowerCase() !== got?.toLowerCase());
    return differing === undefined ? pass : fail([differing.evidence, first.at]);
  },
});

function guidMember(value: string | undefined): string | undefined {
  return value !== undefined && guid.test(value) ? value : undefined;
}

/** Auth0 takes an organisation’s id or name; only ids are in the token. */
function organisation(value: string | undefined): string | undefined {
  return value?.startsWith('org_') === true ? value : undefined;
}

/** Google’s `*` stands for any organisation. */
function domain(value: string | undefined): string | undefined {
  return value === undefined || value === '*' || isHidden(value) ? undefined : value;
}
