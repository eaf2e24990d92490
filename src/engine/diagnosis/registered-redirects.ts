import { redirectUriDifferences, redirectUriDifferenceWords } from '../oauth/redirect-uri.ts';
import type { Authority } from '../providers/authority.ts';
import { providerById } from '../providers/index.ts';
import { registeredMatch } from '../providers/registered-match.ts';
import type { Registered } from './client-registration.ts';

/** How a redirect_uri stands to those that the user says are registered; undefined when the user said nothing. */
export function compareWithRegistered(
  sent: string,
  { redirectUris }: Registered,
  { provider }: Authority,
): 'may be registered' | { readonly nearest: string; readonly difference: string } | undefined {
  const [first, ...rest] = redirectUris ?? [];
  if (first === undefined) return undefined;
  const { redirectMatching } = providerById(provider);
  // What some servers of the kind accept proves nothing, so it counts as registered.
  const mayMatch = [first, ...rest].some((uri) => registeredMatch(sent, uri, redirectMatching) !== 'none');
  if (mayMatch) return 'may be registered';
  const distance = (uri: string): number => redirectUriDifferences(sent, uri).length;
  const nearest = rest.reduce((best, uri) => (distance(uri) < distance(best) ? uri : best), first);
  return { nearest, difference: redirectUriDifferenceWords(nearest, sent) };
}
