// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { failedFlow, failedReport } from '../../testing/failed-login.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { revealSession } from './shareable.ts';
import { toHtml } from './to-html.ts';

const nasty = `"><script>globalThis.ran = true</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>' onload='x`;
const encoded = encodeURIComponent(nasty);
const hostile = fromTraceText(`
GET https://op.test/authorize?client_id=${encoded}&response_type=code&state=${encoded}&x=${encoded} -> 302 https://app.test/cb?error=${encoded}&error_description=${encoded} id=authorize
POST https://op.test/token a=${encoded} -> 400 ${JSON.stringify({ error: nasty, [nasty]: nasty })} id=token
`);

/** A report in which every text that may be of the traffic is hostile. */
const html = toHtml(
  revealSession(hostile, {
    flows: [
      {
        ...failedFlow,
        clientId: nasty,
        authority: { ...failedFlow.authority, tenant: nasty, host: nasty, providerName: nasty },
        verdict: {
          ...failedFlow.verdict,
          sentence: nasty,
          answer: { exchange: 'token', status: 400, error: nasty },
          causes: failedFlow.verdict.causes.map((cause) => ({ ...cause, sentence: nasty, fix: nasty })),
        },
        findings: failedFlow.findings.map((finding) => ({
          ...finding,
          title: nasty,
          fix: nasty,
          why: nasty,
        })),
        unseen: [{ id: 'body_unavailable', sentence: nasty }],
        steps: failedFlow.steps.map((step) => ({
          ...step,
          label: nasty,
          authority: { ...step.authority, host: nasty },
        })),
      },
    ],
  }),
);

test.each([
  ['of a usual login', toHtml(revealSession([], failedReport))],
  ['of hostile traffic', html],
])('the report %s has no script, nothing from elsewhere, and no link but to a source of ours', (_, text) => {
  const page = new DOMParser().parseFromString(text, 'text/html');
  expect(page.querySelector('h1')).not.toBeNull();
  expect(page.querySelectorAll('script, img, iframe, object, embed, base, link, form, audio, video')).toHaveLength(0); // prettier-ignore
  const attributes = [...page.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.length).toBeGreaterThan(50);
  expect(attributes.filter(({ name }) => /^on|^src|^srcset$|^action$|^style$|xlink/iu.test(name))).toEqual(
    [],
  );
  const links = [...page.querySelectorAll('a')];
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    expect(link.getAttribute('href')).toMatch(/^https:\/\/www\.rfc-editor\.org\//u);
    expect(link.getAttribute('rel')).toBe('noreferrer');
  }
  const style = page.querySelector('style')?.textContent ?? '';
  expect(style).not.toBe('');
  expect(style).not.toMatch(/url\(|@import|expression/iu);
});

test('what the traffic said is there as text', () => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect(page.querySelector('h1')?.textContent).toBe(nasty);
  expect(page.querySelector('details')?.textContent).toContain(nasty);
});

test('its policy stands before all else and allows nothing but the style that it has', () => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [charset, policy] = page.head.children;
  expect(charset?.getAttribute('charset')).toBe('utf-8');
  expect(policy?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
  expect(policy?.getAttribute('content')?.split('; ').toSorted()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'none'",
    "style-src 'unsafe-inline'",
  ]);
  expect(page.querySelector('meta[name=referrer]')?.getAttribute('content')).toBe('no-referrer');
});
