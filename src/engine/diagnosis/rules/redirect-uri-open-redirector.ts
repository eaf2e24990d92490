import { readingOf } from '../../http/reading.ts';
import { originOf, urlParts } from '../../http/url.ts';
import { decodeBase64Text } from '../../oauth/jwt.ts';
import { rfc } from '../../oauth/source.ts';
import { registrableDomain } from '../../providers/registrable-domain.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const redirectUriOpenRedirector = defineRule({
  id: 'redirect-uri-open-redirector',
  title: 'The callback sends the browser to another site that a parameter names',
  severity: 'warning',
  why: 'Whoever writes that parameter chooses where the user, or the code, ends up.',
  fix: 'Accept only return addresses on a list, or keep them on the server under the state.',
  sources: [rfc(9700, '4.11.1'), rfc(6749, '10.15')],
  needs: ['landings'],
  check({ landings }) {
    const landing = landings.find(({ exchange }) => exchange.redirectTarget !== undefined);
    const target = landing?.exchange.redirectTarget;
    if (landing === undefined || target === undefined) return notApplicable;
    if (siteOf(target) === siteOf(landing.exchange.url)) return pass;
    const onward = readingOf(landing.exchange).redirectQuery();
    const code = landing.params.get('code');
    const carried = onward.find(({ name }) => name === 'code' || name === 'access_token');
    // A broker answers the app that asked it with a code of its own.
    if (carried !== undefined && carried.value !== code) return notApplicable;
    const naming = landing.params.list.find(({ value }) => names(value, target));
    if (naming === undefined) return pass;
    return fail([at(landing, naming.name), { exchange: landing.exchange.id, part: 'redirect', name: '' }], {
      ...(carried === undefined
        ? {}
        : {
            severity: 'error',
            title: 'The callback passes the code on to another site that a parameter names',
          }),
    });
  },
});

function siteOf(url: string): string {
  const { host } = urlParts(url);
  return registrableDomain(host) ?? host.toLowerCase();
}

/** Plain, or in base64; what is signed or only a key to the server's memory does not show the address. */
function names(value: string, target: string): boolean {
  const origin = originOf(target);
  if (origin === '' || value.split('.').length === 3) return false;
  return value.includes(origin) || decodeBase64Text(value)?.includes(origin) === true;
}
