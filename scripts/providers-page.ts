import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generic, recommendedCodeLifetime } from '../src/engine/providers/generic.ts';
import { providers } from '../src/engine/providers/index.ts';
import type {
  Lifetime,
  Provider,
  RedirectMatching,
  RefreshTokens,
} from '../src/engine/providers/provider.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/providers.md');

const introduction = `# Providers

Made by \`npm run providers\` from what is known of each provider (\`src/engine/providers\`); a test keeps it true. A server that is not here works
too: by the structure of its URLs, by its discovery document, and by ${generic.errors.length} phrases that unrelated servers share.

Lifetimes and rotation are defaults, most of which an administrator can change. Where a code's lifetime is not published, the longest one that the
standard recommends is assumed: ${lifetime(recommendedCodeLifetime)}. An error text is a hint: it names a cause of a request that failed, and raises nothing alone.
`;

function lifetime({ milliseconds, source }: Lifetime): string {
  return `${milliseconds / 1000} s ([${source.title}](${source.url}))`;
}

function refresh({ days, idleDays, rotation }: RefreshTokens): string {
  const parts = [
    days === undefined ? [] : [`end after ${duration(days)}`],
    idleDays === undefined ? [] : [`end after ${duration(idleDays)} without use`],
    rotation === undefined ? [] : [rotationWords[rotation]],
  ].flat();
  return parts.length === 0 ? 'nothing published' : parts.join(', ');
}

const rotationWords = {
  always: 'each use ends one and gives another',
  'by setting': 'rotation is a setting',
  never: 'are not rotated',
} as const;

function duration(days: number): string {
  return days < 1 ? `${Math.round(days * 24 * 60)} minutes` : `${days} days`;
}

function matching({ rule, anyPort, addsSlash }: RedirectMatching): string {
  const port =
    anyPort === undefined ? [] : [anyPort === 'none' ? 'ports count' : `any port for ${portWords[anyPort]}`];
  return [rule, ...port, ...(addsSlash === true ? ['a slash is added to a bare host'] : [])].join(', ');
}

const portWords = {
  'loopback address': '127.0.0.1 and [::1]',
  localhost: 'localhost',
  loopback: 'localhost, 127.0.0.1 and [::1]',
} as const;

function recognition({ hosts, paths, metadata }: Provider): string {
  return [
    hosts.length === 0 ? [] : ['its hosts'],
    paths.length === 0 ? [] : ['telling paths'],
    metadata === undefined ? [] : ['its discovery document'],
  ]
    .flat()
    .join(', ');
}

function tenants({ hosts, tenants: patterns }: Provider): string {
  const keys = [...new Set(patterns.map(({ key }) => key.replaceAll(':lc', '').replace(/\/$/, '')))];
  if (keys.length === 0) return 'the path before the endpoint';
  return keys
    .map((key) => (key === '' ? (hosts.length === 0 ? 'one a server' : 'one for everyone') : `\`${key}\``))
    .join(' or ');
}

function section(provider: Provider): string {
  const { name, documentation, console, codeLifetime, errors, fixes } = provider;
  const settings = Object.entries(fixes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([cause, fix]) => `  - \`${cause}\`: ${fix}`);
  return `
## ${name}

- Recognised by: ${recognition(provider)}
- Tenant: ${tenants(provider)}
- A client is registered at: ${console ?? 'not known'}
- Code lifetime: ${codeLifetime === undefined ? 'not published' : lifetime(codeLifetime)}
- Refresh tokens: ${refresh(provider.refreshTokens)}
- redirect_uri: ${matching(provider.redirectMatching)}
- Client authentication: ${provider.clientAuthentication.map((method) => `\`${method}\``).join(', ')}
- Error texts known: ${errors.length}
- Documentation: [${documentation.title}](${documentation.url})
- What to change, by cause:
${settings.join('\n')}
`;
}

/** The page about all providers, in the order of the alphabet. */
export function providersPage(): string {
  const ordered = [...providers].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return introduction + ordered.map(section).join('');
}

if (isRun(import.meta.url)) writeFileSync(page, providersPage());
