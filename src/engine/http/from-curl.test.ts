import { expect, test } from 'vitest';
import { fromCurl } from './from-curl.ts';
import { isProblem } from './problem.ts';

function read(text: string): unknown {
  const exchanges = fromCurl(text, 'a.sh');
  if (isProblem(exchanges)) return exchanges.reason;
  return exchanges.map(({ method, url, requestHeaders, requestBody }) => [
    method,
    url,
    requestHeaders.map(({ name, value }) => `${name}: ${value}`),
    requestBody?.text,
  ]);
}

const form = 'application/x-www-form-urlencoded';

test.each([
  [
    'Chromium, bash',
    String.raw`curl 'https://op.test/token' \
  -H 'accept: */*' \
  -H 'content-type: application/x-www-form-urlencoded' \
  -b 'a=1; b=2' \
  --data-raw 'grant_type=authorization_code&code=k&redirect_uri=https%3A%2F%2Fapp.test%2Fcb'`,
    [
      'POST',
      'https://op.test/token',
      ['accept: */*', `content-type: ${form}`, 'Cookie: a=1; b=2'],
      'grant_type=authorization_code&code=k&redirect_uri=https%3A%2F%2Fapp.test%2Fcb',
    ],
  ],
  [
    'Chromium, bash, with ANSI-C quoting',
    String.raw`curl 'https://op.test/token' --data-raw $'client_secret=it\'s\u0021\n' --compressed`,
    ['POST', 'https://op.test/token', [], "client_secret=it's!\n"],
  ],
  [
    'Chromium, cmd',
    'curl ^"https://op.test/token?a=1^&b=2^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"grant_type=refresh_token^&refresh_token=r^%^2F1^" ^\r\n  --insecure',
    [
      'POST',
      'https://op.test/token?a=1&b=2',
      ['accept: */*'],
      'grant_type=refresh_token&refresh_token=r%2F1',
    ],
  ],
  [
    'Chromium, cmd, with quotes inside',
    'curl ^"https://op.test/register^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"client_name^\\^":^\\^"a^\\^"^}^"',
    ['POST', 'https://op.test/register', ['content-type: application/json'], '{"client_name":"a"}'],
  ],
  [
    'Firefox',
    `curl 'https://op.test/userinfo' -X OPTIONS -H 'User-Agent: Mozilla/5.0' -H 'Accept: */*' --compressed`,
    ['OPTIONS', 'https://op.test/userinfo', ['User-Agent: Mozilla/5.0', 'Accept: */*'], undefined],
  ],
  [
    'Firefox, a body',
    `curl 'https://op.test/token' --compressed -X POST -H 'Content-Type: ${form}' --data-raw 'a=b'`,
    ['POST', 'https://op.test/token', [`Content-Type: ${form}`], 'a=b'],
  ],
  [
    'a person',
    `$ curl -s -u client:secret -d grant_type=client_credentials -d "scope=a b" --url https://op.test/token`,
    [
      'POST',
      'https://op.test/token',
      ['Authorization: Basic Y2xpZW50OnNlY3JldA=='],
      'grant_type=client_credentials&scope=a b',
    ],
  ],
  [
    'encoded data in the query',
    `curl -G https://op.test/authorize --data-urlencode 'redirect_uri=https://app.test/cb?a=1' -d state=s`,
    [
      'GET',
      'https://op.test/authorize?redirect_uri=https%3A%2F%2Fapp.test%2Fcb%3Fa%3D1&state=s',
      [],
      undefined,
    ],
  ],
  [
    'a body from a file is not known',
    `# the token call\ncurl -d @body.txt https://op.test/token`,
    ['POST', 'https://op.test/token', [], undefined],
  ],
  [
    'values glued to their options',
    `curl -XDELETE --request=PUT https://op.test/register/1`,
    ['PUT', 'https://op.test/register/1', [], undefined],
  ],
])('%s', (_, text, exchange) => {
  const [method, url, headers, body] = exchange;
  expect(read(text)).toEqual([[method, url, headers, body]]);
});

test('several commands are several exchanges, in order', () => {
  expect(read("curl 'https://op.test/a' ;\ncurl 'https://op.test/b' && curl https://op.test/c")).toHaveLength(
    3,
  );
});

test.each([
  ['curl -X POST', 'The curl command has no address that starts with http.'],
  ['wget https://op.test', 'There is no curl command in the file.'],
  ["curl 'https://op.test", 'The curl command has no address that starts with http.'],
])('%s is refused', (text, reason) => {
  expect(read(text)).toBe(reason);
});

// curl adds headers of its own, so that a missing one proves nothing.
test('what curl adds and the answer are unknown', () => {
  expect(fromCurl('curl https://op.test/a', 'a.sh')).toMatchObject([
    { status: undefined, known: { requestHeaders: false, responseHeaders: false, responseBody: false } },
  ]);
});
