import type { Evidence, FlowReport, Step } from '../../engine/diagnosis/report.ts';
import type { JsonObject } from '../../engine/http/json.ts';
import { decodeJwt, encryptedHeader, isEncryptedJwt } from '../../engine/oauth/jwt.ts';
import type { FactGroup } from './facts.ts';
import type { Recording } from './recording.ts';
import { placesOf } from './step-places.ts';

/** One place where a token was seen. */
export interface TokenSight {
  readonly step: Step;
  /** Of the step, counted from one. */
  readonly number: number;
  readonly how: 'issued' | 'sent';
  readonly at: Evidence;
}

/** A token of a flow, masked unless it was revealed. */
export interface Token {
  /** Its name where it was first seen, e.g. `id_token`. */
  readonly name: string;
  readonly value: string;
  readonly shape: 'jwt' | 'encrypted' | 'opaque';
  readonly header: JsonObject | undefined;
  readonly claims: JsonObject | undefined;
  readonly sights: readonly TokenSight[];
}

const tokenNames = new Set(
  `access_token id_token refresh_token id_token_hint client_assertion assertion subject_token actor_token
   logout_token request token dpop`.split(/\s+/),
);

/** The tokens of a flow in the order they were seen; equal values are one token. */
export function tokensOf(flow: FlowReport, recording: Recording): readonly Token[] {
  const tokens = new Map<string, Token>();
  for (const [index, step] of flow.steps.entries()) {
    const isAnswer = step.message === 'authorization_response';
    for (const group of placesOf(step, flow).flatMap(recording.facts)) {
      for (const { name, value, at } of tokensIn(group)) {
        const how = group.side === 'answer' || isAnswer ? 'issued' : 'sent';
        const sight: TokenSight = { step, number: index + 1, how, at };
        const known = tokens.get(value);
        if (known?.sights.some((each) => each.number === sight.number && each.how === how) === true) continue;
        tokens.set(
          value,
          known === undefined ? tokenOf(name, value, sight) : { ...known, sights: [...known.sights, sight] },
        );
      }
    }
  }
  return [...tokens.values()];
}

interface Found {
  readonly name: string;
  readonly value: string;
  readonly at: Evidence;
}

function tokensIn({ facts }: FactGroup): readonly Found[] {
  return facts.flatMap(({ at, value }) => {
    const name = at.name.toLowerCase();
    if (tokenNames.has(name)) return value === '' ? [] : [{ name, value, at }];
    const bearer =
      at.part === 'request_header' && name === 'authorization' ? /^(?:Bearer|DPoP) (.+)$/i.exec(value) : null;
    return bearer?.[1] === undefined ? [] : [{ name: 'access_token', value: bearer[1], at }];
  });
}

function tokenOf(name: string, value: string, sight: TokenSight): Token {
  const decoded = decodeJwt(value);
  const shape = decoded !== undefined ? 'jwt' : isEncryptedJwt(value) ? 'encrypted' : 'opaque';
  return {
    name,
    value,
    shape,
    header: decoded?.header ?? encryptedHeader(value),
    claims: decoded?.claims,
    sights: [sight],
  };
}
