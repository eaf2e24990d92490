import { classify } from '../engine/oauth/classify.ts';
import type { Message, MessageKind } from '../engine/oauth/message.ts';
import { fromTraceText } from './trace-text.ts';

/** The messages of a trace (see trace-text.ts), exchange by exchange. */
export function messagesIn(trace: string): readonly Message[] {
  return fromTraceText(trace).flatMap((exchange) => classify(exchange));
}

/** What kinds of message a trace holds. */
export function kindsIn(trace: string): readonly MessageKind[] {
  return messagesIn(trace).map(({ kind }) => kind);
}

/** A JSON Web Token whose signature is made up. */
export function unsignedJwt(claims: object, header: object = { alg: 'RS256', typ: 'JWT' }): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2ln`;
}
