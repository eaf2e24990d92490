import { expect, test } from 'vitest';
import { carelessReport } from '../../testing/planted/careless-report.ts';
import { findLeaks } from '../../testing/planted/leak-search.ts';
import { plantedTraffic } from '../../testing/planted/traffic.ts';
import { isPersonal } from './name-policy.ts';
import { createRedactor, type RedactorOptions } from './redact.ts';
import { toReportJson } from './to-report-json.ts';
import { redactSession, type Shareable } from './shareable.ts';
import { shareFormats } from './share-formats.ts';
import { requestToCurl } from './to-curl.ts';
import { toHar } from './to-har.ts';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';
import { toSvg } from './to-svg.ts';
import { toText } from './to-text.ts';
import { toTrace } from './to-trace.ts';

const { exchanges, planted, kinds } = plantedTraffic();
const key = new Uint8Array(32).fill(7);
const values = [...planted.keys()];
const made = { createdAt: 0, version: '0' };
const report = carelessReport(exchanges, values);
const redactor = createRedactor({ key });
const session = redactSession(exchanges, report, redactor);

function leaksIn(text: string): readonly string[] {
  return findLeaks(text, planted.keys()).map(placeOf);
}

/** A ticket and a picture tell one flow in full. */
function ofEachFlow(write: (one: Shareable) => string): string {
  return session.report.flows.map((flow) => write({ ...session, report: { flows: [flow] } })).join('\n');
}

function placeOf(value: string): string {
  return `${planted.get(value)}: ${value}`;
}

test('the search finds every planted value in the traffic as it was', () => {
  expect(planted.size).toBeGreaterThan(200);
  const found = new Set(exchanges.flatMap((exchange) => findLeaks(JSON.stringify(exchange), planted.keys())));
  expect([...planted.keys()].filter((value) => !found.has(value))).toEqual([]);
});

/** Everything that leaves: each format of the share menu, whatever is added to it, and what else is written or copied. */
const outputs: Readonly<Record<string, () => string>> = {
  text: () => toText(session),
  JSON: () => JSON.stringify(toReportJson(session)),
  ...Object.fromEntries(
    Object.entries(shareFormats).map(([format, { write }]) => [format, () => write(session, made)]),
  ),
  'ticket of each login': () => ofEachFlow(toMarkdown),
  'picture of each login': () => ofEachFlow(toSvg),
  'single requests as curl': () => exchanges.map((each) => requestToCurl(redactor.redact(each))).join('\n'),
};

test.each(Object.entries(outputs))('no planted value survives in this output: %s', (_, write) => {
  const text = write();
  expect(text.length).toBeGreaterThan(1000);
  expect(leaksIn(text)).toEqual([]);
});

/** The name of the parameter, member or claim under which a value was planted. */
const nameOf = (value: string): string => planted.get(value)?.split(' ').at(-1) ?? '';

function survivorsAt(options: Pick<RedactorOptions, 'level' | 'keepNames'>): readonly string[] {
  const kept = redactSession(exchanges, report, createRedactor({ key, ...options }));
  return findLeaks([toTrace(kept, made), toHar(kept, '0'), toHtml(kept)].join('\n'), planted.keys());
}

test('who the user is survives where that was asked for, and nothing else does', () => {
  const survivors = survivorsAt({ level: 'keep_user_identifiers' });
  const isAsked = (value: string): boolean => isPersonal(nameOf(value)) || kinds.get(value) === 'email';
  expect(survivors.filter((value) => !isAsked(value)).map(placeOf)).toEqual([]);
  const subjects = values.filter((value) =>
    /^(?:query|form|answer|claims of body) sub$/.test(planted.get(value) ?? ''),
  );
  expect(subjects).toHaveLength(4);
  expect(survivors).toEqual(expect.arrayContaining(subjects));
});

test('of custom names, the values survive under these names alone, and no credential can be named', () => {
  const keepNames = ['nonce', 'x_custom', 'access_token', 'Cookie', 'code', 'password', 'X-Api-Key'];
  const survivors = survivorsAt({ level: 'custom', keepNames });
  expect(survivors.filter((value) => !['nonce', 'x_custom'].includes(nameOf(value))).map(placeOf)).toEqual(
    [],
  );
  const asked = values.filter((value) =>
    /^(?:query|form|answer) (?:nonce|x_custom)$/.test(planted.get(value) ?? ''),
  );
  expect(asked).toHaveLength(6);
  expect(survivors).toEqual(expect.arrayContaining(asked));
});
