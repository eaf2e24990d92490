import { numberMember, stringMember } from '../../http/json.ts';
import { readingOf } from '../../http/reading.ts';
import { urlParts } from '../../http/url.ts';
import { isLoopback } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

/** More than a person likes to type. */
const longest = 12;

export const deviceResponseIncomplete = defineRule({
  id: 'device-response-incomplete',
  title: 'The answer to the device lacks what the user needs to log in',
  severity: 'error',
  why: 'The device shows user_code and verification_uri, and polls until expires_in has passed.',
  fix: 'Send device_code, user_code, verification_uri (https) and expires_in from the device authorization endpoint.',
  sources: [rfc(8628, '3.2'), rfc(8628, '5.2')],
  needs: ['flow'],
  check({ flow: { device } }) {
    if (device?.deviceCode === undefined) return notApplicable;
    const body = readingOf(device.exchange).responseJson();
    const at = (name: string) => [{ exchange: device.exchange.id, part: 'response_json', name }] as const;
    const older = stringMember(body, 'verification_url');
    const uri = stringMember(body, 'verification_uri') ?? older;
    const missing = [
      ...(uri === undefined ? ['verification_uri'] : []),
      ...(stringMember(body, 'user_code') === undefined ? ['user_code'] : []),
    ][0];
    if (missing !== undefined)
      return fail(at(missing), { title: `The answer to the device has no ${missing}` });
    if (numberMember(body, 'expires_in') === undefined)
      return fail(at('expires_in'), {
        severity: 'warning',
        title: 'The answer to the device has no expires_in',
      });
    if (uri?.startsWith('http:') === true && !isLoopback(urlParts(uri).host))
      return fail(at('verification_uri'), {
        severity: 'warning',
        title: 'The user is sent to a page without https to enter the code',
      });
    const isLong = (stringMember(body, 'user_code')?.length ?? 0) > longest;
    if (isLong && stringMember(body, 'verification_uri_complete') === undefined && !isRedacted(body))
      return fail(at('user_code'), { severity: 'info', title: 'The user has to type a long user_code' });
    return older === undefined
      ? pass
      : fail(at('verification_url'), {
          severity: 'info',
          title: 'The answer says verification_url, not verification_uri',
        });
  },
});

function isRedacted(body: Parameters<typeof stringMember>[0]): boolean {
  return stringMember(body, 'user_code')?.includes('‹') === true;
}
