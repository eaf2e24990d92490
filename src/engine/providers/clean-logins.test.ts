import { describe, expect, test } from 'vitest';
import { cleanLogins } from '../../testing/clean-logins.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { parseJsonObject, stringMember } from '../http/json.ts';
import { authorityOf, type Metadata } from './authority-of.ts';
import { providers } from './index.ts';

/** The discovery document at the head of a trace, if there is one. */
function metadataOf(trace: string): Metadata | undefined {
  const document = parseJsonObject(fromTraceText(trace)[0]?.responseBody?.text ?? '');
  const issuer = stringMember(document, 'issuer');
  return document === undefined || issuer === undefined ? undefined : { issuer, document };
}

describe('a login of every provider tells its provider and tenant', () => {
  test.each(cleanLogins)(
    '$authorize is $provider, tenant $tenant',
    ({ authorize, provider, tenant, trace }) => {
      const authority = authorityOf(authorize, metadataOf(trace));
      expect({ provider: authority.provider, tenant: authority.tenant }).toEqual({ provider, tenant });
    },
  );
});

test('there is a clean login of every provider', () => {
  const shown = new Set(cleanLogins.map(({ provider }) => provider));
  expect(providers.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});
