import { describe, expect, test } from 'vitest';
import { storeIn } from '../../testing/flows.ts';
import { fromTraceText } from '../../testing/trace-text.ts';

const document = (issuer: string, endpoint: string): string =>
  `GET ${issuer}/.well-known/openid-configuration -> 200 {"issuer":"${issuer}","token_endpoint":"${endpoint}"}`;
const login = `
  GET https://op.test/authorize?client_id=c&response_type=code&state=s -> 302 https://app.test/cb?code=k&state=s&iss=https://op.test
  POST https://op.test/token grant_type=authorization_code&code=k -> 200 {"access_token":"a"}`;

describe('a metadata document', () => {
  test('describes the endpoints it lists and the issuer it names', () => {
    const store = storeIn(document('https://op.test', 'https://op.test/token'));
    expect(store.metadataAt('https://op.test/token')?.issuer).toBe('https://op.test');
    expect(store.metadataOf('https://op.test')?.issuer).toBe('https://op.test');
    expect(store.metadataAt('https://op.test/other')).toBeUndefined();
  });

  test('describes the aliases of its endpoints for mutual TLS (RFC 8705 §5)', () => {
    const store = storeIn(
      'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","mtls_endpoint_aliases":{"token_endpoint":"https://tls.op.test/token"}}',
    );
    expect(store.metadataAt('https://tls.op.test/token')?.issuer).toBe('https://op.test');
  });

  test.each([
    ['lists one of its endpoints', document('https://other.test', 'https://op.test/token'), ['flow-e1']],
    ['names the issuer of its answer', document('https://op.test', 'https://op.test/x'), ['flow-e1']],
    ['is of another server', document('https://other.test', 'https://other.test/token'), []],
  ])('changes a login when it %s', (_, line, changed) => {
    const store = storeIn(login);
    const [late] = fromTraceText(`${line} id=late @9s`);
    expect((late === undefined ? [] : store.ingest(late)).filter((id) => id !== 'flow-late')).toEqual(
      changed,
    );
    expect(store.forget('late').filter((id) => id !== 'flow-late')).toEqual(changed);
  });

  test('that is seen again changes nothing', () => {
    const line = document('https://op.test', 'https://op.test/token');
    const store = storeIn(`${line} id=first\n${login}`);
    const [again] = fromTraceText(`${line} id=again @9s`);
    expect(again && store.ingest(again)).toEqual(['flow-again']);
    store.forget('first');
    expect(store.metadataAt('https://op.test/token')?.issuer).toBe('https://op.test');
  });
});
