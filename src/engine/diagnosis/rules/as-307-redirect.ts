import { originOf } from '../../http/url.ts';
import { readingOf } from '../../http/reading.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Field names under which login pages send what only the user and the server may know. */
const secretField = /pass(?:wd|word|code)?$|^pwd$|otp|^pin$/i;

export const as307Redirect = defineRule({
  id: 'as-307-redirect',
  title: 'The login page’s answer makes the browser send the user’s password on to the app',
  severity: 'warning',
  why: 'With 307 and 308 the browser repeats the POST and its body at the next address.',
  fix: 'Answer the login form with 303 (See Other).',
  sources: [rfc(9700, '4.12')],
  blames: 'provider',
  needs: ['flow'],
  check({ flow }) {
    const redirect = flow.responses.find(
      ({ phase, exchange }) => phase === 'redirect' && exchange.method === 'POST',
    );
    if (redirect === undefined) return notApplicable;
    const { exchange, target } = redirect;
    if (exchange.status !== 307 && exchange.status !== 308) return pass;
    const field = readingOf(exchange)
      .form()
      .find(({ name }) => secretField.test(name));
    if (field === undefined || originOf(target) === originOf(exchange.url)) return pass;
    return fail([
      { exchange: exchange.id, part: 'status', name: '' },
      { exchange: exchange.id, part: 'form', name: field.name },
    ]);
  },
});
