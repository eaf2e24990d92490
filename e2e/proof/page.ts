import type { Played } from './play.ts';

/** Where the right cause stands in the verdict; 0 when it does not. An expected answer is explained by a finding alone. */
export function placeOfTruth({ case: { cause, expected }, causes, told }: Played): number {
  if (expected === true)
    return told?.findings.some(({ rule }) => rule === 'silent-auth-needs-interaction') === true ? 1 : 0;
  return causes.findIndex(({ id }) => id === cause) + 1;
}

/** Findings above info. */
export function alarmsOf({ flows }: Played): readonly string[] {
  return [
    ...new Set(
      flows
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule }) => rule),
    ),
  ].sort();
}

/** Text of a table's cell, without the ports and values that differ from run to run. */
const cell = (text: string): string =>
  text
    .replaceAll(/http:\/\/(?:localhost|127\.0\.0\.1):\d+/gu, 'http://localhost')
    .replaceAll(/expired at \d{10}/gu, 'expired at its time')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('|', '\\|');

/** What of a row is known without our engine: what was done and what the server said to it. */
export function givenOf({ case: it, refusals }: Played): string {
  const refusal = refusals.at(-1);
  const cells = [
    it.truth,
    it.client,
    refusal?.words ?? '',
    refusal === undefined || refusal.reason === refusal.words ? '' : refusal.reason,
    it.cause ?? 'none',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function rowOf(played: Played): string {
  const { case: it, told, causes } = played;
  const first = causes[0];
  const place = placeOfTruth(played);
  const unnamed =
    it.expected === true && place === 1 ? 'an ordinary answer' : (told?.verdict.outcome ?? 'nothing seen');
  const cells = [
    first?.id ?? unnamed,
    first?.confidence ?? '',
    it.cause === undefined || place === 1 ? '' : place === 0 ? 'not named' : `named as number ${place}`,
  ];
  return `${givenOf(played)} ${cells.map(cell).join(' | ')} |`;
}

function tableOf(server: string, played: readonly Played[]): string {
  return `## ${server}

| what was done | library | the server's words | its private reason | true cause | our first cause | confidence | where the true one stands |
|---|---|---|---|---|---|---|---|
${played.map(rowOf).join('\n')}
`;
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %)`;

/** The page about all cases, a table a server. */
export function proofPage(played: readonly Played[]): string {
  const failing = played.filter(({ case: { cause } }) => cause !== undefined);
  const decidable = failing.filter(({ case: { undecidable } }) => undecidable !== true);
  const others = failing.filter(({ case: { undecidable } }) => undecidable === true);
  const clean = played.filter(({ case: { cause } }) => cause === undefined);
  const servers = [...new Set(played.map(({ case: { server } }) => server))];
  const first = decidable.filter((each) => placeOfTruth(each) === 1).length;
  const among = others.filter((each) => [1, 2, 3].includes(placeOfTruth(each))).length;
  const quiet = clean.filter((each) => alarmsOf(each).length === 0).length;
  return `# Proof against real servers

Made by \`npm run proof\`; \`npm test\` plays every case again. Real authorization servers on loopback, driven by real
client libraries; a small user agent walks the pages with cookies, redirects and the CORS check of the Fetch standard, and everything passes
a recording proxy; where a case says so, a relay alters what passes. The engine sees the two recordings (browser and back end) and nothing else; the true cause is what the case did, and the private reason is what the server
told only itself.

- ${played.length} cases: ${failing.length} failures and ${clean.length} clean logins.
- Traffic can decide the cause: named first in ${share(first, decidable.length)}.
- It cannot (the server has the same words for several causes): among the first three in ${share(among, others.length)}.
- Clean logins without a finding above info: ${share(quiet, clean.length)}.

The servers are real and so are the libraries; oidc-provider and @node-oauth/oauth2-server are JavaScript, Glewlwyd 2.7.5 is C and comes from
Debian’s packages (its cases are played where \`apt-get\` can install it, and left out with a printed reason elsewhere).

What this does not show:

- How a new case will go: the rules and weights were tuned on these, so the shares say that nothing known is wrong.
- Hosted providers. Their words are in the tables of the engine, from their documentation, and no login here ran against one.
- What a browser alone sees: where a back end redeems the code, its calls were recorded beside the browser’s and joined by the code.
- A library as it is in all browsers: the pages run in Node with the globals of a page, and a small user agent fills in the forms.
- UserInfo at a path of its own name (oidc-provider’s \`/me\`): a refusal there counts as an API’s, so that the login stands as succeeded
  and a finding says the rest.

${servers
  .map((server) =>
    tableOf(
      server,
      played.filter((each) => each.case.server === server),
    ),
  )
  .join('\n')}`;
}
