import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const errorNonstandardShape = defineRule({
  id: 'error-nonstandard-shape',
  title: 'The error is sent in a form that is not the standard’s',
  severity: 'info',
  why: 'A client that looks for the standard’s form, or at the status only, may take the error for something else.',
  fix: 'Let the client look for the error member of the body and not only at the status.',
  sources: [rfc(6749, '5.2')],
  needs: ['failure'],
  check({ failure: { place, error, message } }) {
    const isApi =
      place === 'token_endpoint' ||
      place === 'pushed_authorization_request' ||
      place === 'device_authorization';
    const { status } = message.exchange;
    if (!isApi || error === undefined || status === undefined || status >= 500) return notApplicable;
    const evidence = [{ exchange: message.exchange.id, part: 'status', name: '' } as const, error.at];
    if (status < 300) {
      return fail(evidence, {
        severity: 'warning',
        title:
          'The error comes with a status of success, which a client that looks at the status only takes for tokens',
      });
    }
    if (error.at.part === 'response_body')
      return fail(evidence, { title: 'The error is a page or text instead of JSON' });
    if (error.at.part === 'response_json' && error.at.name !== 'error')
      return fail(evidence, { title: 'The error is in a member of the vendor’s own' });
    if (error.sent !== undefined && error.code !== error.sent)
      return fail(evidence, {
        title: 'The error has a code of the vendor’s own, or one that its text contradicts',
      });
    const isUsual = status === 400 || status === 401 || error.code !== 'invalid_grant';
    return isUsual ? pass : fail(evidence, { title: `The error comes with status ${status} instead of 400` });
  },
});
