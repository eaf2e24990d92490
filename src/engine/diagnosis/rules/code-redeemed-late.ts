import { setByUser, sharesClock } from '../../flow/code-life.ts';
import { rfc } from '../../oauth/source.ts';
import { providerById } from '../../providers/index.ts';
import { isGrantRefused } from '../refusal.ts';
import { cannotTell, defineRule, fail, notApplicable, passBecause } from '../rule.ts';
import { durationWords } from '../../http/duration-words.ts';

/** RFC 6749 §4.1.2 recommends this as the longest life. */
const longest = 600_000;
/** FAPI 2.0 §5.3.2.1 and the default of many servers. */
const common = 60_000;

export const codeRedeemedLate = defineRule({
  id: 'code-redeemed-late',
  title: 'The authorization code was redeemed after its lifetime',
  severity: 'error',
  why: 'Codes live for a minute to ten; a server refuses an older one.',
  fix: 'Redeem the code at once in the callback; look for a slow start, a breakpoint or a page in between.',
  sources: [
    rfc(6749, '4.1.2'),
    {
      title: 'FAPI 2.0 §5.3.2.1',
      url: 'https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.2.1',
    },
  ],
  rulesOut: 'code age',
  needs: ['flow', 'tokenRequest', 'codeLife', 'authorizationRequest', 'surroundings'],
  check({ flow, tokenRequest, codeLife, authorizationRequest, surroundings }) {
    const { age } = codeLife;
    if (age === undefined) return notApplicable;
    // A later attempt with the same code is a repetition, not late.
    if (tokenRequest !== flow.redemptions[0]) return notApplicable;
    if (!sharesClock(flow, tokenRequest))
      return cannotTell('The code and its redemption were timed by different clocks.');
    const known = providerById(surroundings.authority(authorizationRequest.endpoint).provider).codeLifetime;
    const isSet = codeLife.lifetimeSource === setByUser;
    const lifetime = isSet ? codeLife.lifetime : known?.milliseconds;
    const source = isSet ? setByUser : known?.source.title;
    const weight = isSet && age <= (lifetime ?? 0) ? undefined : weightOf(age, lifetime);
    if (weight === undefined)
      return passBecause(
        `${durationWords(age)}${lifetime === undefined ? '' : ` of ${durationWords(lifetime)}`}`,
      );
    const evidence = [
      { exchange: codeLife.issuedIn, part: 'timing', name: '' },
      { exchange: tokenRequest.exchange.id, part: 'timing', name: '' },
    ] as const;
    if (!isGrantRefused(tokenRequest)) {
      return tokenRequest.answer === 'success' && age > longest
        ? fail(evidence, { severity: 'info', title: 'The server accepts codes older than ten minutes' })
        : notApplicable;
    }
    const limit = lifetime ?? (age > longest ? longest : common);
    const suspicion = {
      cause: 'code_expired',
      weight,
      sentence: `The code had expired: it was redeemed ${durationWords(age)} after it was issued${lifetime === undefined ? '' : `, and ${source} gives it ${durationWords(lifetime)}`}.`,
      evidence,
      proof: {
        kind: 'age',
        rows: [
          { label: 'code issued', at: evidence[0] },
          { label: 'code redeemed', at: evidence[1] },
        ],
        age,
        lifetime: limit,
        lifetimeSource: source ?? (age > longest ? 'RFC 6749 §4.1.2' : 'a common lifetime'),
      },
    } as const;
    return weight < 0.5
      ? fail(evidence, {
          severity: 'info',
          title: 'The code was redeemed later than many servers allow',
          suspicion,
        })
      : fail(evidence, { suspicion });
  },
});

/** How likely an age explains a refusal; undefined when it does not exceed a lifetime that is known or common. */
function weightOf(age: number, lifetime: number | undefined): number | undefined {
  if (age > longest) return 0.9;
  if (lifetime !== undefined) return age > lifetime ? 0.85 : undefined;
  return age > common ? 0.35 : undefined;
}
