import { describe, expect, test } from 'vitest';
import { storeIn } from '../../testing/flows.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import type { Exchange } from '../http/exchange.ts';
import { createFlowStore, type FlowStore } from './flow-store.ts';

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
    ['its own parameter', 'https://op.test/token?p=a', 'https://a.test'],
    ['other parameters beside it, in any order', 'https://op.test/token?x=1&p=a#f', 'https://a.test'],
    ['another value of it', 'https://op.test/token?p=ab', undefined],
    ['none', 'https://op.test/token', undefined],
    [
      'the parameters of two documents, of which one asks for more',
      'https://op.test/token?q=1&p=b',
      'https://q.test',
    ],
    ['that of the other alone', 'https://op.test/token?p=b', 'https://b.test'],
  ])('describes an endpoint that has a parameter where the URL has %s', (_, url, issuer) => {
    const lines = [
      document('https://a.test', 'https://op.test/token?p=a'),
      document('https://q.test', 'https://op.test/token?p=b&q=1'),
      document('https://b.test', 'https://op.test/token?p=b'),
    ];
    for (const text of [lines.join('\n'), lines.toReversed().join('\n')])
      expect(storeIn(text).metadataAt(url)?.issuer).toBe(issuer);
  });

  test.each([
    ['lists one of its endpoints', document('https://other.test', 'https://op.test/token'), ['flow-e1']],
    [
      'lists it with a parameter of its own',
      document('https://other.test', 'https://op.test/token?p=a'),
      ['flow-e1'],
    ],
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

describe('an address that a metadata document names', () => {
  const metadata =
    'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","userinfo_endpoint":"https://op.test/v1/whoami","end_session_endpoint":"https://op.test/as/signoff","check_session_iframe":"https://op.test/watch","revocation_endpoint":"https://op.test/end?p=a","introspection_endpoint":"https://op.test/ask"} id=doc';
  const session = `
    GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s
    POST https://op.test/token grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"a"}
    GET https://op.test/v1/whoami [Authorization: Bearer a] -> 200 {"sub":"u"}
    POST https://op.test/ask token=a -> 200
    POST https://op.test/end?p=a token=a -> 200
    POST https://op.test/end?p=b token=a -> 200
    GET https://op.test/watch -> 200 <p> frame=2 kind=frame
    GET https://op.test/as/signoff -> 302 https://op.test/bye
    POST https://op.test/as/signoff yes=1 -> 302 https://op.test/bye`;
  const kindsOf = (exchanges: readonly Exchange[]): unknown =>
    kindsIn(exchanges.reduce(ingestInto, createFlowStore()));
  const ingestInto = (store: FlowStore, exchange: Exchange): FlowStore => {
    store.ingest(exchange);
    return store;
  };
  const kindsIn = (store: FlowStore): unknown =>
    store
      .ids()
      .flatMap((id) => store.flow(id) ?? [])
      .toSorted((one, other) => one.root.startedAt - other.root.startedAt)
      .map(({ kind, messages }) => [kind, ...messages.map((message) => message.kind)]);
  const told = [
    [
      'authorization_code',
      ...[
        'authorization_request',
        'authorization_response',
        'token_request',
        'userinfo',
        'introspection',
        'revocation',
        'session_iframe',
      ],
    ],
    ['logout', 'logout'],
  ];
  const untold = [['authorization_code', 'authorization_request', 'authorization_response', 'token_request']];

  test('tells a message that nothing else tells, wherever the document comes', () => {
    const before = fromTraceText(`${metadata}\n${session}`);
    const [first, ...rest] = before;
    if (first === undefined) throw new Error('no document');
    expect(kindsOf(before)).toEqual(told);
    expect(kindsOf([...rest, first])).toEqual(told);
    expect(kindsOf(before.toReversed())).toEqual(told);
    expect(kindsOf(rest)).toEqual(untold);
  });

  test('tells nothing any more once the document is forgotten', () => {
    const store = storeIn(`${session}\n${metadata}`);
    const changed = store.forget('doc');
    expect(kindsIn(store)).toEqual(untold);
    expect(changed.toSorted()).toEqual(['flow-doc', 'flow-e1', 'flow-e8']);
  });
});

describe('an authentication request that neither its path nor its answer tells', () => {
  const metadata =
    'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","backchannel_authentication_endpoint":"https://op.test/reach","mtls_endpoint_aliases":{"backchannel_authentication_endpoint":"https://tls.op.test/reach"}} id=doc';

  test.each([
    'POST https://op.test/reach login_hint=u&client_id=c -> 200 kind=fetch id=ask',
    'POST https://op.test/reach request=eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d -> 200 kind=fetch id=ask',
    'POST https://tls.op.test/reach login_hint=u&client_id=c -> 200 kind=fetch id=ask',
  ])('is told by its address in metadata, wherever the document comes: %s', (request) => {
    expect(storeIn(request).ids()).toEqual([]);
    for (const text of [`${metadata}\n${request}`, `${request}\n${metadata}`])
      expect(storeIn(text).flow('flow-ask')?.kind).toBe('ciba');
  });
});

describe('a refused request of a client that nothing but its address tells', () => {
  const metadata =
    'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","pushed_authorization_request_endpoint":"https://op.test/p","device_authorization_endpoint":"https://op.test/d","registration_endpoint":"https://op.test/c"} id=doc';

  test.each([
    ['authorization_code', 'POST https://op.test/p client_id=c&scope=a -> 400 {"error":"invalid_request"}'],
    ['device_code', 'POST https://op.test/d client_id=c&scope=a -> 400 {"error":"unauthorized_client"}'],
    ['registration', 'POST https://op.test/c {"redirect_uris":["https://app.test/cb"]} -> 403'],
  ])('is told by metadata, wherever the document comes: %s', (kind, line) => {
    const request = `${line} kind=fetch id=ask`;
    expect(storeIn(request).ids()).toEqual([]);
    for (const text of [`${metadata}\n${request}`, `${request}\n${metadata}`])
      expect(storeIn(text).flow('flow-ask')?.kind).toBe(kind);
  });
});
