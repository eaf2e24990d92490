import { expect, test } from 'vitest';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze, createAnalyzer } from '../../analyze.ts';
import type { CauseId } from '../../oauth/causes.ts';

const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token","token_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"]} kind=fetch';
const login = (code: string, credentials: string, answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=${code} -> 302 https://app.test/cb?code=${code}&state=${code}
   POST https://op.test/token ${credentials}&grant_type=authorization_code&code=${code}&redirect_uri=https://app.test/cb -> ${answer} tab=none`;
const basic = `[Authorization: Basic ${btoa('c:the-secret')}] x=y`;
const post = 'client_id=c&client_secret=the-secret';
const refused = '401 {"error":"invalid_client"}';
const issued = '200 {"access_token":"t","token_type":"Bearer"}';

function weights(trace: string): ReadonlyMap<CauseId, number> {
  const causes = analyze(fromTraceText(trace)).flows.at(-1)?.verdict.causes ?? [];
  return new Map(causes.map(({ id, weight }) => [id, weight]));
}

test('the method that every server takes is a wrong one less often than an end of the secret', () => {
  const [byHeader, byForm] = [basic, post].map((sent) =>
    weights(`${metadata}\n${login('k1', sent, refused)}`),
  );
  expect([...(byHeader?.keys() ?? [])].slice(0, 2)).toEqual(['client_secret_wrong', 'client_secret_expired']);
  expect(byForm?.get('public_client_sent_secret')).toBeGreaterThan(byForm?.get('client_secret_expired') ?? 1);
});

test('a method that was accepted before is not the fault', () => {
  const before = weights(
    `${metadata}\n${login('k1', post, issued)}\n${login('k2', post.replace('the-', 'another-'), refused)}`,
  );
  const other = weights(
    `${metadata}\n${login('k1', basic, issued)}\n${login('k2', post.replace('the-', 'another-'), refused)}`,
  );
  for (const cause of ['client_auth_method_wrong', 'public_client_sent_secret'] as const) {
    expect(before.get(cause) ?? 0).toBeLessThan(0.06);
    expect(other.get(cause)).toBeGreaterThan(0.1);
  }
});

test('a method that the user says is registered is not the fault', () => {
  const methodOf = (method: string | undefined): number => {
    const analyzer = createAnalyzer();
    const registered = { redirectUris: undefined, grantTypes: undefined, tenant: undefined, method };
    analyzer.know({ registrations: [{ clientId: 'c', authority: 'op.test', ...registered }] });
    for (const exchange of fromTraceText(login('k1', post, refused))) analyzer.ingest(exchange);
    const causes = analyzer.report().flows.at(-1)?.verdict.causes ?? [];
    return causes.find(({ id }) => id === 'client_auth_method_wrong')?.weight ?? 0;
  };
  expect(methodOf(undefined)).toBeGreaterThan(0.1);
  expect(methodOf('client_secret_post')).toBeLessThan(0.06);
});
