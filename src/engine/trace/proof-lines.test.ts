import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { proofLines, proofValues } from './proof-lines.ts';
import { createRedactor } from './redact.ts';
import { redactSession } from './shareable.ts';

test('what a server says on a page of several lines is one line, and what was left out of it shows once', () => {
  const exchanges = fromTraceText(
    'GET https://op.test/authorize?client_id=shopp&response_type=code&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=st-4f9a8e7d6c5b -> 400 <h1>oops!</h1><pre>error: invalid_client</pre><pre>state: st-4f9a8e7d6c5b</pre><pre>Grace</pre><pre>Hopper</pre>',
  );
  const session = redactSession(exchanges, analyze(exchanges), createRedactor({ key: new Uint8Array(32) }));
  const proof = session.report.flows[0]?.verdict.causes[0]?.proof;
  if (proof === undefined) throw new Error('The first cause has no proof.');
  const said: unknown = expect.stringMatching(/^oops! · error: invalid_client · state: ‹state·[^›]+› · …$/u);
  expect(proofLines(proof, session).map((line) => line.replace(/^answer +/u, ''))).toContainEqual(said);
  expect(proofValues(proof, session).map(({ value }) => value)).toContainEqual(said);
});
