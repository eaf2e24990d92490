import { expect, test } from 'vitest';
import { problemAt } from '../engine/http/problem.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { toTrace } from '../engine/trace/to-trace.ts';
import { failedFlow, failedLogin, failedReport } from '../testing/failed-login.ts';
import { schemaErrors } from '../testing/schema-errors.ts';
import { run } from './run.ts';

const redactor = createRedactor({ key: new Uint8Array(32) });
const trace = toTrace(failedLogin, { redactor, report: failedReport, createdAt: 0, version: '0.1.0' });
const files: Readonly<Record<string, string>> = {
  'login.grantscope.json': trace,
  'home/a/b.har': '{"log":{"entries":[',
  'empty.har': '',
  'picture.png': '\u0000PNG',
};

/** Runs the command on a machine that exists in memory only. */
function grantscope(...argv: readonly string[]) {
  const written = new Map<string, string>();
  const said = { out: '', error: '' };
  const status = run(argv, {
    version: '0.1.0',
    read: (path) => {
      const text = files[path];
      return text === undefined
        ? problemAt(path, 'file', 'There is no such file.')
        : new TextEncoder().encode(text);
    },
    write: (path, text) => {
      if (path.startsWith('/nowhere/')) return problemAt(path, 'file', 'The folder does not exist.');
      written.set(path, text);
      return undefined;
    },
    print: (text) => (said.out += text),
    printError: (text) => (said.error += text),
    random: (bytes) => new Uint8Array(bytes),
    createAnalyzer: () => ({
      ingest: () => [],
      forget: () => [],
      flow: () => failedFlow,
      report: () => failedReport,
    }),
  });
  return { status, ...said, written };
}

test('the text says verdict, proof with marks, fix, source, what was not seen and steps', () => {
  const { status, out, error } = grantscope('analyze', 'login.grantscope.json');
  expect(error).toBe('');
  expect(status).toBe(1);
  expect(out).toMatchInlineSnapshot(`
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

    Redacted: 0 secret or personal values are placeholders; equal values have equal tags.
    "
  `);
});

test('the JSON is valid by its schema', () => {
  const { out } = grantscope('analyze', 'login.grantscope.json', '--format', 'json');
  expect(schemaErrors('report', JSON.parse(out))).toEqual([]);
});

test('the Markdown is a ticket of at most 60 lines', () => {
  const { out } = grantscope('analyze', 'login.grantscope.json', '--format', 'markdown');
  expect(out.split('\n').length).toBeLessThanOrEqual(61);
  expect(out).toMatchInlineSnapshot(`
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

    Nothing had to be redacted.
    "
  `);
});

test('the Mermaid diagram has the steps of the flow', () => {
  const { out } = grantscope('analyze', 'login.grantscope.json', '--format', 'mermaid');
  expect(out).toMatchInlineSnapshot(`
    "sequenceDiagram
      participant app as App
      participant authorization_server as op.test
      app->>authorization_server: Authorization request (302)
      app->>authorization_server: Authorization response (200)
      app-xauthorization_server: Token request (400)
    "
  `);
});

test('the HAR can be read again', () => {
  const { out } = grantscope('analyze', 'login.grantscope.json', '--format', 'har');
  expect(out).toContain('"version": "1.2"');
});

test('--out writes the file and prints nothing', () => {
  const { status, out, written } = grantscope('analyze', 'login.grantscope.json', '--out', 'r.txt');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(written.get('r.txt')).toContain('FAILED');
});

test.each([
  [['analyze', 'none.har'], 'grantscope: none.har: file: There is no such file.\n'],
  [
    ['analyze', 'login.grantscope.json', 'home/a/b.har'],
    'grantscope: home/a/b.har: line 1, column 20: The file is cut off before the first entry; export it again.\n',
  ],
  [['analyze', 'empty.har'], 'grantscope: empty.har: line 1, column 1: The file is empty.\n'],
  [
    ['analyze', 'picture.png'],
    'grantscope: picture.png: line 1, column 1: The file is neither a HAR, nor a Grantscope trace, nor HTTP as text.\n',
  ],
  [
    ['analyze', 'login.grantscope.json', '--out', '/nowhere/x'],
    'grantscope: /nowhere/x: file: The folder does not exist.\n',
  ],
  [['analyze'], 'grantscope: No file was given; see grantscope --help.\n'],
  [['analyse', 'x'], 'grantscope: There is no command "analyse"; see grantscope --help.\n'],
  [['analyze', 'x', '--format', 'pdf'], 'grantscope: There is no format "pdf"; see grantscope --help.\n'],
])('what cannot be done is one line on stderr, status 2 and nothing written: %j', (argv, line) => {
  const { status, out, error, written } = grantscope(...argv);
  expect({ status, out, error, files: written.size }).toEqual({ status: 2, out: '', error: line, files: 0 });
});

test('--help and --version print to stdout', () => {
  expect(grantscope('--help')).toMatchObject({ status: 0, error: '' });
  expect(grantscope('--version')).toMatchObject({ status: 0, out: '0.1.0\n' });
});

test('--reveal shows values as captured and says so', () => {
  const { out } = grantscope('analyze', 'login.grantscope.json', '--reveal');
  expect(out).toContain('Values are shown as captured: do not share this.');
});
