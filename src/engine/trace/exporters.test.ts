import { expect, test } from 'vitest';
import { failedFlow, failedLogin, failedReport } from '../../testing/failed-login.ts';
import { schemaErrors } from '../../testing/schema-errors.ts';
import { fromHar } from '../http/from-har.ts';
import { createRedactor } from './redact.ts';
import { toReportJson } from './to-report-json.ts';
import { redactSession, revealSession } from './shareable.ts';
import { toHar } from './to-har.ts';
import { toMarkdown } from './to-markdown.ts';
import { toMermaid } from './to-mermaid.ts';
import { toText } from './to-text.ts';

const session = redactSession(failedLogin, failedReport, createRedactor({ key: new Uint8Array(32) }));
const many = {
  flows: Array.from({ length: 40 }, () => ({
    ...failedFlow,
    steps: Array.from({ length: 9 }, () => failedFlow.steps).flat(),
  })),
};

test('the text says verdict, proof with marks, fix, source, what was not seen and steps', () => {
  expect(toText(session)).toMatchInlineSnapshot(`
    "FAILED  authorization_code at op.test, client shop
      The token request repeats a different redirect_uri: it ends in a slash, the first does not.
      The server answered: 400 invalid_grant
      Cause: redirect_uri_mismatch_at_token (certain)
        Authorization request  https://app.test/cb
        Token request          https://app.test/cb/
                                                  ^
        Difference: trailing slash
      Fix: Send the same redirect_uri, character for character, in both requests.
      Source: RFC 6749 §4.1.3 https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
      Finding: error: The token request repeats a different redirect_uri (redirect-uri-token-mismatch)
        Fix: Send the same redirect_uri, character for character, in both requests.
      Ruled out: PKCE: The code_verifier belongs to the code_challenge.
      Not seen: The body of an answer was not recorded, so its error is not known.
      Steps:
        2027-01-15 08:00:00.000Z  · Authorization request  302  op.test
        2027-01-15 08:00:00.100Z  · Authorization response  200  op.test
        2027-01-15 08:00:00.200Z  ✗ Token request  400  op.test

    Redacted: 1 code, 1 code_challenge, 1 code_verifier, 1 state.
    "
  `);
});

test('the Markdown says the same for a ticket', () => {
  expect(toMarkdown(session)).toMatchInlineSnapshot(`
    "## The token request repeats a different redirect_uri: it ends in a slash, the first does not.

    - authorization_code at op.test, client shop: **failed**
    - 2027-01-15 08:00:00.000Z to 2027-01-15 08:00:00.230Z
    - The server answered \`400 invalid_grant\`

    \`\`\`text
    Authorization request  https://app.test/cb
    Token request          https://app.test/cb/
                                              ^
    Difference: trailing slash
    \`\`\`

    **Fix:** Send the same redirect_uri, character for character, in both requests. ([RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3))

    - error: The token request repeats a different redirect_uri

    - Not seen: The body of an answer was not recorded, so its error is not known.

    \`\`\`mermaid
    sequenceDiagram
      participant app as App
      participant authorization_server as op.test
      app->>authorization_server: Authorization request (302)
      app->>authorization_server: Authorization response (200)
      app-xauthorization_server: Token request (400)
    \`\`\`

    Redacted: 1 code, 1 code_challenge, 1 code_verifier, 1 state.
    "
  `);
});

test('the Markdown of forty long flows has at most 60 lines', () => {
  expect(toMarkdown(revealSession(failedLogin, many)).trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test('the diagram shows who spoke to whom', () => {
  expect(toMermaid(session)).toMatchInlineSnapshot(`
    "sequenceDiagram
      participant app as App
      participant authorization_server as op.test
      app->>authorization_server: Authorization request (302)
      app->>authorization_server: Authorization response (200)
      app-xauthorization_server: Token request (400)
    %% Redacted: 1 code, 1 code_challenge, 1 code_verifier, 1 state.
    "
  `);
});

test('the JSON is valid by its schema', () => {
  expect(schemaErrors('report', toReportJson(session))).toEqual([]);
});

test('the HAR reads back as the same exchanges', () => {
  const read = fromHar(toHar(session, '0.1.0'), 'trace.txt');
  const same = session.exchanges.map((exchange, index) => ({ ...exchange, id: `trace.txt#${index}` }));
  expect(read).toMatchObject(
    same.map(({ url, requestBody, status, redirectTarget, known, tab }) => ({
      url,
      requestBody,
      status,
      redirectTarget,
      known,
      tab,
    })),
  );
});

test('the HAR says which headers the browser kept back, and that failures are not listed', () => {
  const exchanges = session.exchanges.map((exchange) => ({
    ...exchange,
    known: { ...exchange.known, browserHeaders: false as const, failures: false as const },
  }));
  const read = fromHar(toHar({ ...session, exchanges }, '0.1.0'), 'trace.txt');
  expect(read).toMatchObject(exchanges.map(({ known }) => ({ known })));
});

test('the HAR keeps instants as finely as browsers tell them', () => {
  const exchanges = session.exchanges.map((exchange) => ({
    ...exchange,
    startedAt: exchange.startedAt + 0.6669921875,
    endedAt: exchange.startedAt + 30.87548828125,
  }));
  const read = fromHar(toHar({ ...session, exchanges }, '0.1.0'), 'trace.txt');
  expect(read).toMatchObject(exchanges.map(({ startedAt, endedAt }) => ({ startedAt, endedAt })));
});

test('nothing in a captured text can become markup, a mark of Mermaid or a command of the terminal', () => {
  const nasty = 'a`b|c<img src=x>[d](e);f#g\u001b[2Jh\u202ei\n```\nj';
  const flow = { ...failedFlow, clientId: nasty, verdict: { ...failedFlow.verdict, sentence: nasty } };
  const told = revealSession(failedLogin, { flows: [flow] });
  expect(toText(told)).not.toContain('\u001b');
  expect(toText(told)).not.toContain('\u202e');
  const [heading] = toMarkdown(told).split('\n');
  expect(heading).toBe(
    '## a\\`b\\|c&lt;img src=x>\\[d\\](e);f#g\\\\u{1b}\\[2Jh\\\\u{202e}i\\\\n\\`\\`\\`\\\\nj',
  );
});
