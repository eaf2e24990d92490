import type { Authority } from '../providers/authority.ts';
import { providerById } from '../providers/index.ts';
import { compareTenants } from '../providers/tenant-key.ts';

/**
 * How the tenant that the user entered relates to the one that was asked. A name may be entered as the address has it
 * (`realms/shop`), alone (`shop`), or as a host (`acme.okta.com`).
 */
export function compareEntered(
  entered: string,
  { provider, tenant, host }: Authority,
): ReturnType<typeof compareTenants> {
  const [said, asked] = [
    entered.toLowerCase().replace(/^https?:\/\/|\/$/g, ''),
    (tenant ?? '').toLowerCase(),
  ];
  const name = said.slice(said.lastIndexOf('/') + 1);
  if (`${host.toLowerCase()}.`.startsWith(`${said}.`)) return 'same';
  return compareTenants(providerById(provider), asked, asked.slice(0, asked.lastIndexOf('/') + 1) + name);
}
