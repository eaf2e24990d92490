import { expect, test } from 'vitest';
import { isProblem } from '../http/problem.ts';
import { discoveryLimit, fromDiscovery, metadataAddress } from './from-discovery.ts';

const read = (text: string): string => {
  const result = fromDiscovery(text, { source: 'pasted', at: 1 });
  return isProblem(result) ? `${result.place}: ${result.reason}` : `${result.source}: ${result.url}`;
};

test.each([
  ['{"issuer":"https://op.test"}', 'pasted: https://op.test/.well-known/openid-configuration'],
  ['{"issuer":"https://op.test/t/"}', 'pasted: https://op.test/t/.well-known/openid-configuration'],
  ['{"issuer":"http://op.test"}', 'issuer: The issuer is not an https address, nor http on this machine.'],
  ['{"issuer":""}', 'issuer: The document names no issuer.'],
  ['[]', 'issuer: The document names no issuer.'],
  ['{"issuer":', 'line 1, column 11: The document is not valid JSON.'],
  [' '.repeat(discoveryLimit + 1), 'file: The document is longer than 256 KiB.'],
])('a document that was handed over is read by the reader of captured ones: %#', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['https://op.test/t', 'https://op.test/t/.well-known/openid-configuration'],
  [
    'https://op.test/.well-known/oauth-authorization-server/t?x#y',
    'https://op.test/.well-known/oauth-authorization-server/t',
  ],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/.well-known/openid-configuration'],
  ['http://[::1]:9000', 'http://[::1]:9000/.well-known/openid-configuration'],
  ['http://127.0.0.1.evil.test', undefined],
  ['https://user:secret@op.test', undefined],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['op.test', undefined],
])('only https and this machine are asked: %s', (issuer, expected) => {
  expect(metadataAddress(issuer)).toBe(expected);
});
