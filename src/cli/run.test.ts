import { expect, test } from 'vitest';
import { problemAt } from '../engine/http/problem.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { redactSession } from '../engine/trace/shareable.ts';
import { toTrace } from '../engine/trace/to-trace.ts';
import { failedLogin, failedReport } from '../testing/failed-login.ts';
import { schemaErrors } from '../testing/schema-errors.ts';
import { run } from './run.ts';

const redactor = createRedactor({ key: new Uint8Array(32) });
const trace = toTrace(redactSession(failedLogin, failedReport, redactor), { createdAt: 0, version: '0.1.0' });
function har(startedDateTime: string, url: string, status: number, text: string, count = 1): string {
  const request = { method: 'GET', url, headers: [] };
  const response = {
    status,
    headers: [{ name: 'Location', value: '/' }],
    content: { mimeType: 'text/html', text },
  };
  const entry = { startedDateTime, time: 1, request, response };
  return JSON.stringify({ log: { entries: Array.from({ length: count }, () => entry) } });
}

const files: Readonly<Record<string, string>> = {
  'login.grantscope.json': trace,
  'home/a/b.har': '{"log":{"entries":[',
  'empty.har': '',
  'picture.png': '\u0000PNG',
  'copied.txt': "$ curl 'https://op.test/token' -u shop:hidden7 --data-raw 'grant_type=client_credentials'",
  'slow.har': har('2027-01-15T07:00:00Z', 'https://app.test/cb?code=k&state=s', 302, ''),
  'fast.har': har('2027-01-15T08:00:00Z', 'https://app.test/cb?code=k&state=s', 302, ''),
  'large.har': har('2027-01-15T08:00:00Z', 'https://app.test/', 200, 'x'.repeat(20_000_000)),
  'many.har': har('2027-01-15T08:00:00Z', 'https://app.test/', 200, '', 2_001),
  'op.json': '{"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize"}',
  'no-issuer.json': '{}',
};

/** Runs the command on a machine that exists in memory only, in a pipe. */
const grantscope = (...argv: readonly string[]) => grantscopeOn(undefined, ...argv);

/** Runs it on a terminal of this width. */
async function grantscopeOn(columns: number | undefined, ...argv: readonly string[]) {
  const written = new Map<string, string | Uint8Array>();
  const said = { out: '', error: '', terminal: '' };
  const status = await run(argv, {
    version: '0.1.0',
    terminal: { columns, print: (text) => (said.terminal += text) },
    read: (path, onRead) => {
      const text = files[path];
      if (text === undefined) return problemAt(path, 'file', 'There is no such file.');
      const bytes = new TextEncoder().encode(text);
      onRead(bytes.length / 2, bytes.length);
      return bytes;
    },
    write: (path, text) => {
      if (path.startsWith('/nowhere/')) return problemAt(path, 'file', 'The folder does not exist.');
      written.set(path, text);
      return undefined;
    },
    draw: (svg) => (svg.includes('op.test') ? new TextEncoder().encode(`drawn: ${svg}`) : undefined),
    print: (text) => (said.out += text),
    printError: (text) => (said.error += text),
    random: (bytes) => new Uint8Array(bytes),
    now: () => 0,
  });
  return { status, ...said, written };
}

test('the text names the cause and marks what differs', async () => {
  const { status, out, error } = await grantscope('analyze', 'login.grantscope.json');
  expect({ status, error }).toEqual({ status: 1, error: '' });
  expect(out).toContain('FAILED  authorization_code at op.test, client shop');
  expect(out).toContain('redirect_uri_mismatch_at_token (certain)');
  expect(out).toMatch(/  https:\/\/app\.test\/cb\n.*  https:\/\/app\.test\/cb\/\n +\^\n/);
});

test('the JSON is valid by its schema', async () => {
  const { out } = await grantscope('analyze', 'login.grantscope.json', '--format', 'json');
  expect(schemaErrors('report', JSON.parse(out))).toEqual([]);
});

test.each([
  ['markdown', '```mermaid'],
  ['mermaid', 'sequenceDiagram'],
])('--format %s writes that', async (format, words) => {
  expect((await grantscope('analyze', 'login.grantscope.json', '--format', format)).out).toContain(words);
});

test('a curl command is one request, and what it carries stays hidden', async () => {
  const { status, out } = await grantscope('analyze', 'copied.txt');
  expect(status).toBe(0);
  expect(out).toContain('The recording has no answer to the token request.');
  expect(out).toContain('client_credentials at op.test, client shop');
  expect(out).not.toContain('hidden7');
});

test('a file whose clock differs is moved to that of the first, which is said', async () => {
  const { error } = await grantscope('analyze', 'fast.har', 'slow.har');
  expect(error).toBe(
    'grantscope: slow.har: its times were moved by +1 h, by 1 exchange that the files have in common.\n',
  );
});

test('in a pipe, a large file is announced before it is read', async () => {
  const { error, terminal } = await grantscope('analyze', 'large.har');
  expect({ error, terminal }).toEqual({ error: 'grantscope: large.har: reading 20 MB…\n', terminal: '' });
});

test('on a terminal, one line says how far a large file is, and is gone in the end', async () => {
  const { error, terminal } = await grantscopeOn(80, 'analyze', 'large.har', 'many.har');
  expect(error).toBe('');
  expect(terminal.split('\r\u001B[K')).toEqual([
    '',
    'large.har: read 10 of 20 MB',
    '',
    'large.har: parsing 20 MB',
    '',
    'analysing 1,000 of 2,002 exchanges',
    'analysing 2,000 of 2,002 exchanges',
    '',
  ]);
});

test('small files show no progress', async () => {
  const { terminal } = await grantscopeOn(80, 'analyze', 'login.grantscope.json');
  expect(terminal).toBe('');
});

test('--discovery adds the document of the server to what is known', async () => {
  const { status, out } = await grantscope(
    'analyze',
    'login.grantscope.json',
    '--discovery',
    'op.json',
    '--format',
    'json',
  );
  expect(status).toBe(1);
  expect(out).toContain('"issuer": "https://op.test"');
});

test('the HAR can be read again', async () => {
  const { out } = await grantscope('analyze', 'login.grantscope.json', '--format', 'har');
  expect(out).toContain('"version": "1.2"');
});

test('--out writes the file and prints nothing', async () => {
  const { status, out, written } = await grantscope('analyze', 'login.grantscope.json', '--out', 'r.txt');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(written.get('r.txt')).toContain('FAILED');
});

test('a PNG is drawn from the redacted SVG', async () => {
  const { status, out, written } = await grantscope(
    'analyze',
    'login.grantscope.json',
    '--format',
    'png',
    '--out',
    'p.png',
  );
  expect({ status, out }).toEqual({ status: 1, out: '' });
  const svg = (await grantscope('analyze', 'login.grantscope.json', '--format', 'svg')).out;
  expect(written.get('p.png')).toEqual(new TextEncoder().encode(`drawn: ${svg}`));
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
    'grantscope: picture.png: line 1, column 1: The file is neither a HAR, nor a Grantscope trace, nor HTTP or curl commands as text.\n',
  ],
  [
    ['analyze', 'login.grantscope.json', '--out', '/nowhere/x'],
    'grantscope: /nowhere/x: file: The folder does not exist.\n',
  ],
  [
    ['analyze', 'login.grantscope.json', '--discovery', 'no-issuer.json'],
    'grantscope: no-issuer.json: issuer: The document names no issuer.\n',
  ],
  [
    ['analyze', 'fast.har', '--format', 'png', '--out', 'p.png'],
    'grantscope: p.png: format: No Chromium, Chrome or Edge was found that draws a PNG: name one in GRANTSCOPE_CHROMIUM, or write an SVG.\n',
  ],
  [
    ['analyze', 'login.grantscope.json', '--format', 'png'],
    'grantscope: A PNG is no text: name its file with --out; see grantscope --help.\n',
  ],
  [['analyze'], 'grantscope: No file was given; see grantscope --help.\n'],
  [['analyse', 'x'], 'grantscope: There is no command "analyse"; see grantscope --help.\n'],
  [['analyze', 'x', '--format', 'pdf'], 'grantscope: There is no format "pdf"; see grantscope --help.\n'],
])('what cannot be done is one line on stderr, status 2 and nothing written: %j', async (argv, line) => {
  const { status, out, error, written } = await grantscope(...argv);
  expect({ status, out, error, files: written.size }).toEqual({ status: 2, out: '', error: line, files: 0 });
});

test('--help and --version print to stdout', async () => {
  expect(await grantscope('--help')).toMatchObject({ status: 0, error: '' });
  expect(await grantscope('--version')).toMatchObject({ status: 0, out: '0.1.0\n' });
});

test('--reveal shows values as captured and says so', async () => {
  const { out } = await grantscope('analyze', 'login.grantscope.json', '--reveal');
  expect(out).toContain('Values are shown as captured: do not share this.');
});
