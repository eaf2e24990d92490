import { expect, test } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { fromTraceText, traceStart } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';

const document = 'https://op.test/tenant/.well-known/openid-configuration';
const inserted = 'https://op.test/.well-known/oauth-authorization-server/tenant';
const good =
  '200 {"issuer":"https://op.test/tenant","authorization_endpoint":"https://op.test/a","token_endpoint":"https://op.test/t"}';
const get = (url: string, answer: string, more = ''): string => `GET ${url} -> ${answer} ${more}`;
const request = (more = ''): string =>
  `GET https://op.test/a?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWBuGJSstw-cM -> 302 https://app.test/cb?code=k&state=s ${more}`;
/** A flow of its own, so that there is one to look at. */
const elsewhere = request('tab=2 @900s');
const page = '<!doctype html><title>Shop</title><p>Welcome</p>';

checkRule('metadata-unreachable', {
  fails: {
    'it is not there': {
      trace: get(document, '404'),
      severity: 'error',
      cause: 'other',
      says: /no discovery document at this address: it answered 404/,
    },
    'it is at none of its addresses': {
      trace: `${get(document, '404')}\n${get(inserted, `404 ${page}`)}`,
      severity: 'error',
      cause: 'other',
    },
    'an app answers every address with its page': {
      trace: get(document, `200 ${page}`),
      severity: 'error',
      cause: 'other',
      says: /no discovery document that names its issuer/,
    },
    'it names no issuer': {
      trace: get(document, '200 {"token_endpoint":"https://op.test/t"}'),
      severity: 'error',
      cause: 'other',
    },
    'the tenant does not exist (Entra ID)': {
      trace: get(
        'https://login.microsoftonline.com/acme.example/v2.0/.well-known/openid-configuration',
        '400 {"error":"invalid_tenant","error_description":"AADSTS90002: Tenant \'acme.example\' not found."}',
      ),
      severity: 'error',
      cause: 'tenant_mismatch',
    },
    'the host is not known': {
      trace: get(document, 'net::ERR_NAME_NOT_RESOLVED'),
      severity: 'error',
      cause: 'network_failure',
    },
    'the server allows no other origin': {
      trace: get(document, 'net::ERR_FAILED').replace(' ->', ' [Origin: https://app.test] ->'),
      severity: 'error',
      cause: 'cors_blocked',
    },
    'the server fails': {
      trace: get(document, '503'),
      severity: 'error',
      cause: 'server_error',
    },
    'a login begins much later': {
      trace: `${get(document, '404')}\n${request('@700s')}`,
      severity: 'error',
      cause: 'other',
    },
  },
  silent: {
    'the second address has it': `${get(inserted, '404')}\n${get(document, good)}\n${request()}`,
    'the first address has it, and both are tried at once': `${get(document, good)}\n${get(inserted, '404')}\n${elsewhere}`,
    'the client knows the endpoints without a document': `${get(document, '404')}\n${request('@120s')}`,
    'the client registers at an endpoint that it guesses': `${get(document, '404')}\nPOST https://op.test/register {"redirect_uris":["https://app.test/cb"]} -> 201 {"client_id":"c"} kind=fetch\n${elsewhere}`,
    'a person opens the address': `${get(document, '403', 'kind=navigation')}\n${elsewhere}`,
    'the page gave up': `${get(document, 'net::ERR_ABORTED')}\n${elsewhere}`,
    'it was not modified since': `${get(document, '304')}\n${elsewhere}`,
    'a redirect leads on': `${get(document, '301 https://op.test/x')}\n${elsewhere}`,
    'the body was not captured': `${get(document, '200', 'unknown=responseBody')}\n${elsewhere}`,
    'a server asks, whose other calls are not seen': `${get(document, '404', 'tab=none')}\n${elsewhere}`,
  },
});

test('a search that has just begun is under way, and one that found the document is none', () => {
  const first = get(document, '404');
  const outcomes = (trace: string): readonly string[] =>
    analyze(fromTraceText(trace), traceStart + 1000).flows.map(
      ({ kind, verdict }) => `${kind} ${verdict.outcome}`,
    );
  expect(outcomes(first)).toEqual(['discovery in_progress']);
  expect(outcomes(`${first}\n${get(inserted, good)}`)).toEqual([]);
});

test('one search is one flow, whatever came first', () => {
  const exchanges = fromTraceText(`${get(document, '404')}\n${get(inserted, '404')}`);
  const flows = (list: typeof exchanges): readonly string[] => analyze(list).flows.map(({ id }) => id);
  expect(flows(exchanges)).toHaveLength(1);
  expect(flows(exchanges.toReversed())).toEqual(flows(exchanges));
});

test('an error page that no page may read is an error page first', () => {
  const exchanges = fromTraceText(get(document, '404').replace(' ->', ' [Origin: https://app.test] ->'));
  const withheld = exchanges.map((each) => ({ ...each, networkError: 'net::ERR_FAILED' }));
  const [flow] = analyze(withheld).flows;
  expect(flow?.verdict.causes.map(({ id }) => id)).toEqual(['other']);
  expect(flow?.verdict.sentence).toMatch(/it answered 404/);
});
