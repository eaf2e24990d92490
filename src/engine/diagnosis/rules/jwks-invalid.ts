import { stringMember } from '../../http/json.ts';
import type { KeysDefect } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import type { Severity } from '../report.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

const faults: Readonly<Record<KeysDefect, readonly [title: string, severity: Severity]>> = {
  unreadable: ['The server has a page where its keys should be', 'error'],
  empty: ['The server publishes no key', 'error'],
  private: ['The server publishes a private or shared key', 'error'],
  weak: ['The server publishes an RSA key of fewer than 2048 bits', 'warning'],
  same_kid: ['Two keys of the server have one kid', 'warning'],
};

export const jwksInvalid = defineRule({
  id: 'jwks-invalid',
  title: 'The server’s keys document is faulty',
  severity: 'error',
  why: 'Clients check tokens with the keys at jwks_uri.',
  fix: 'Publish the public part of each key, with a kid, use and alg of its own; replace a key that was not secret.',
  sources: [rfc(7517, '4.5'), rfc(7517, '9.2'), rfc(7518, '3.3')],
  blames: 'provider',
  needs: ['flow', 'surroundings'],
  check({ flow, surroundings }) {
    const { exchange } = flow.authorizationRequest ?? flow.root.message;
    const url = stringMember(surroundings.metadataAt(exchange.url)?.document, 'jwks_uri');
    const keys = url === undefined ? undefined : surroundings.defectiveKeysAt(url);
    const [worst] = keys?.defects ?? [];
    if (keys === undefined || worst === undefined) return notApplicable;
    const [title, severity] = faults[worst];
    const at = { exchange: keys.exchange.id };
    const evidence =
      worst === 'unreadable'
        ? ({ ...at, part: 'response_body', name: '' } as const)
        : ({ ...at, part: 'response_json', name: 'keys' } as const);
    return fail([evidence], { title, severity });
  },
});
