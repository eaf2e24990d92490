import { headerValue } from '../../http/headers.ts';
import { jsonOf } from '../../http/reading.ts';
import type { Evidence } from '../../http/evidence.ts';
import { logHeaders, logMembers } from '../../oauth/log-handles.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const serverLogHandles = defineRule({
  id: 'server-log-handles',
  title: 'The failed request can be found in the server’s log',
  severity: 'info',
  why: 'Expired credentials, policies and revocations are often told only there.',
  fix: 'Search the authorization server’s log for these ids; without any, for the client_id at this time.',
  sources: [rfc(6749, '5.2')],
  needs: ['failure'],
  check({ failure: { place, message } }) {
    const { exchange } = message;
    // The app’s own callback has no entry in the server’s log, and what did not arrive neither.
    if (place === 'callback' || exchange.networkError !== undefined) return notApplicable;
    const id = exchange.id;
    const headers = [...logHeaders, 'date'].filter(
      (name) => headerValue(exchange.responseHeaders, name) !== undefined,
    );
    const body = jsonOf(exchange.responseBody);
    const members = logMembers.filter((name) => body?.[name] !== undefined);
    const handles: readonly Evidence[] = [
      ...headers.map((name) => ({ exchange: id, part: 'response_header', name }) as const),
      ...members.map((name) => ({ exchange: id, part: 'response_json', name }) as const),
    ];
    const isNamed = headers.some((name) => name !== 'date') || members.length > 0;
    return fail([...handles, { exchange: id, part: 'timing', name: '' }, at(message, 'client_id')], {
      title: isNamed
        ? 'The answer has ids by which the server’s log can be searched'
        : 'The server’s log can be searched by time and client_id',
    });
  },
});
