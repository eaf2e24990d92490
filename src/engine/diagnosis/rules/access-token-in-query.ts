import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

export const accessTokenInQuery = defineRule({
  id: 'access-token-in-query',
  title: 'An access token is sent in the query of a URL',
  severity: 'warning',
  why: 'URLs end in logs, histories and Referer headers, and whoever reads one there can use the token.',
  fix: 'Send it as Authorization: Bearer; where no header can be set (a download, a WebSocket), send a ticket that works once and not for long.',
  sources: [rfc(6750, '2.3'), rfc(6750, '5.3'), rfc(9700, '4.3.2')],
  needs: ['flow'],
  check({ flow }) {
    const places = flow.messages.flatMap((message) => {
      if (message.kind !== 'resource_call' && message.kind !== 'userinfo') return [];
      const parameter = message.params.find('access_token');
      return parameter?.at.part === 'query' ? [parameter.at] : [];
    });
    return places.length === 0 ? pass : fail(places);
  },
});
