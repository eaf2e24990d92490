import type { FlowKind, Outcome } from '../../src/engine/diagnosis/report.ts';
import type { CauseId } from '../../src/engine/oauth/causes.ts';
import type { UserAgent } from '../proof/user-agent.ts';
import { grantSecret } from './grant-clients.ts';
import type { GrantServer } from './grant-server.ts';

/** What a caller got. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server, and ways to call it that are recorded. */
export interface Play extends GrantServer {
  /** Origin of a server that still has the password grant. */
  readonly passwords: string;
  /** A browser with a fresh profile. */
  readonly agent: UserAgent;
  /** A form is posted, a text is posted as JSON, an empty form is a GET; `path` is the server’s unless it is whole. */
  call(
    path: string,
    body: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** What to record and what is true about it. */
export interface GrantRecording {
  readonly name: string;
  readonly truth: string;
  readonly kind: FlowKind;
  readonly outcome: Outcome;
  readonly cause?: CauseId;
  /** Rules that rightly warn of what works. */
  readonly warns?: readonly string[];
  play(server: Play): Promise<void>;
}

/** A client and its secret in the header. */
export const basic = (client: string, secret = grantSecret): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`,
});

/** A member of an answer that should be text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
