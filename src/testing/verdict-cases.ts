import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../engine/analyze.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { fromTraceText } from './trace-text.ts';

/** A trace, where in the decision trees it leads, and the verdict that must come out. */
export interface VerdictCase {
  /** The file it stands in, without its ending. */
  readonly file: string;
  /** Nodes of the decision trees. */
  readonly nodes: readonly string[];
  /** What was observed. */
  readonly when: string;
  readonly trace: string;
  /** The verdict's sentence, then one line a cause: its confidence and its id. */
  readonly expected: readonly string[];
}

const folder = join(import.meta.dirname, 'verdicts');
const form = 'grant_type=authorization_code&client_id=web&code=k123456&redirect_uri=https://app.test/cb';
const asked =
  'GET https://op.test/authorize?response_type=code&client_id=web&redirect_uri=https://app.test/cb&state=s';
const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = (claims: object, header: object = {}): string =>
  [JSON.stringify({ alg: 'RS256', ...header }), JSON.stringify(claims), 'signature'].map(base64Url).join('.');
/** A DPoP proof for the token endpoint with a key of this name. */
const proof = (key: string): string =>
  `[DPoP: ${jwt(
    { htm: 'POST', htu: 'https://op.test/token', jti: `of-key-${key}`, iat: 1_800_000_000 },
    { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: key, y: key } },
  )}]`;

/** What stands for itself in a trace, so that a case shows only what matters. */
const words: Readonly<Record<string, string>> = {
  form,
  ask: `${asked} -> 302 https://app.test/cb?code=k123456&state=s @0s`,
  asked: `${asked} -> 302 https://app.test/cb?`,
  askpkce: `${asked}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256 -> 302 https://app.test/cb?code=k123456&state=s @0s`,
  token: `https://op.test/token ${form}`,
  issued: `POST https://op.test/token ${form} -> 200 {"access_token":"t","token_type":"Bearer","refresh_token":"rt-1"} @0s`,
  refresh: 'https://op.test/token grant_type=refresh_token&client_id=web&refresh_token=rt-1',
  refused: '400 {"error":"invalid_grant"}',
  device:
    'https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=tv&device_code=d123456',
  guid: '11111111-2222-3333-4444-555555555555',
  discovery:
    'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token","token_endpoint_auth_methods_supported":["client_secret_basic"]} kind=fetch',
  assertion: jwt({ iss: 'web', sub: 'web', aud: 'https://other.test', jti: 'j1', exp: 1_800_000_060 }),
  earlyassertion: jwt({
    iss: 'web',
    sub: 'web',
    aud: 'https://op.test',
    jti: 'j2',
    iat: 1_800_000_120,
    exp: 1_800_000_180,
  }),
  idtoken: jwt({ iss: 'https://op.test', sub: 'u1', aud: 'web', nonce: 'n', exp: 1_800_003_600 }),
  prooffirst: proof('first'),
  proofother: proof('other'),
  loop: [1, 2, 3]
    .map(
      (turn) =>
        `${asked}${turn} [Sec-Fetch-Mode: navigate] -> 302 https://app.test/cb?code=k12345${turn}&state=s${turn} @${turn}s\nGET https://app.test/cb?code=k12345${turn}&state=s${turn} -> 302 https://app.test/ @${turn}.2s`,
    )
    .join('\n'),
};

/** Every case of the folder, in order. A case: `## nodes | what was observed`, its trace, and `= ` before each expected line. */
export function verdictCases(): readonly VerdictCase[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((text) => caseOf(name.replace('.txt', ''), text)),
  );
}

function caseOf(file: string, text: string): VerdictCase {
  const [title = '', ...lines] = text.trim().split('\n');
  const [nodes = '', when = ''] = title.split(' | ');
  const isExpected = (line: string): boolean => line.startsWith('= ');
  return {
    file,
    nodes: nodes.split(' '),
    when,
    trace: lines
      .filter((line) => !isExpected(line))
      .join('\n')
      .replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole),
    expected: lines.filter(isExpected).map((line) => line.slice(2)),
  };
}

/** The verdict on the flow of a trace that failed, else on its last: its sentence, then one line a cause. */
export function verdictLines(trace: string): readonly string[] {
  return verdictLinesOf(fromTraceText(trace));
}

/** The same of exchanges. */
export function verdictLinesOf(exchanges: readonly Exchange[]): readonly string[] {
  const { flows } = analyze(exchanges);
  const flow = flows.findLast(({ verdict }) => verdict.causes.length > 0) ?? flows.at(-1);
  if (flow === undefined) return ['No flow.'];
  const { sentence, causes } = flow.verdict;
  return [sentence, ...causes.map(({ id, confidence }) => `${confidence} ${id}`)];
}
