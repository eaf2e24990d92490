/**
 * Second-level labels below which names are registered in country domains (`co.uk`, `com.au`): those that the ICANN part
 * of the public suffix list has under several countries. The whole list would weigh more than the engine, and its rest
 * (towns of Japan, Norway, Italy) hosts no authorization servers. https://publicsuffix.org/list/
 */
const secondLevel = new Set(
  (
    'ac asso biz co com coop ed edu firm gen go gob gouv gov gv id in ind inf info int k12 ltd me med mil mobi mod ne net ' +
    'nhs nic nom name np nt or org plc police priv pro pub sch school store tm tv web'
  ).split(' '),
);

/** Countries that register nothing directly below themselves. */
const wildcards = new Set('bd ck er fk jm kh mm np pg'.split(' '));

/** The domain that one owner registered (`acme.co.uk`); undefined for addresses and names without a dot. */
export function registrableDomain(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$/.test(name) || name.includes(':')) return undefined;
  const labels = name.split('.');
  if (labels.includes('')) return undefined;
  const count = suffixLength(labels) + 1;
  return labels.length < count ? undefined : labels.slice(-count).join('.');
}

function suffixLength(labels: readonly string[]): number {
  const country = labels.at(-1) ?? '';
  if (country.length !== 2) return 1;
  return wildcards.has(country) || secondLevel.has(labels.at(-2) ?? '') ? 2 : 1;
}
