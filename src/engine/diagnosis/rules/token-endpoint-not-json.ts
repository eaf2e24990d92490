import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { isServerTrouble } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const tokenEndpointNotJson = defineRule({
  id: 'token-endpoint-not-json',
  title: 'The token endpoint does not answer JSON',
  severity: 'error',
  why: 'A client reads tokens and errors from JSON; a page in their place comes from another address or from something in between.',
  fix: 'Check the token URL and any proxy, firewall or login page before it; send Accept: application/json.',
  sources: [rfc(6749, '5.1'), rfc(6749, '5.2')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const requests = [...flow.redemptions, ...flow.refreshes, ...flow.grants];
    const judged = requests.find((request) => request === failure?.message) ?? requests.at(-1);
    if (judged === undefined) return notApplicable;
    const { exchange, error, tokens, answer } = judged;
    const { responseBody: body, status, known } = exchange;
    if (status === undefined) return notApplicable;
    // These have no body, so that there is none to capture (RFC 9110 §15.3.5).
    const text = status === 204 || status === 205 ? '' : known.responseBody ? body?.text : undefined;
    if (text === undefined) return notApplicable;
    const evidence = [{ exchange: exchange.id, part: 'response_body', name: '' }] as const;
    if (/^\s*[{[]/.test(text)) return pass;
    if (tokens !== undefined) {
      return fail(evidence, { severity: 'info', title: 'The token endpoint answers a form instead of JSON' });
    }
    const atStatus = { exchange: exchange.id, part: 'status', name: '' } as const;
    const isPage = /^\s*</.test(text) || body?.mediaType.includes('html') === true;
    if (answer !== 'error' || status < 200 || (status >= 300 && status < 400)) return notApplicable;
    // Trouble on the server's side and an error that could be read are told by other rules.
    if (isServerTrouble(status, error?.description) || error?.code !== undefined) return notApplicable;
    if (!isPage && text !== '') return notApplicable;
    return fail(evidence, {
      ...(isPage ? {} : { title: 'The token endpoint answers with an empty body' }),
      suspicion: {
        cause: 'other',
        weight: 0.85,
        sentence: isPage
          ? `The token endpoint answered a web page (status ${status}) instead of JSON: the URL is wrong, or a proxy, firewall or login page answers in its place.`
          : `The token endpoint answered ${status} with an empty body: the URL is wrong, or something answers in its place.`,
        evidence: [...evidence, atStatus],
        proof: answerProof(text === '' ? ['status', atStatus] : ['answer', evidence[0]]),
        fix: 'Compare the token URL with token_endpoint of the discovery document, and call it without the proxy.',
        sources: [rfc(6749, '5.2')],
      },
    });
  },
});
