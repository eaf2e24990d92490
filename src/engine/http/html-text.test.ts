import { describe, expect, test, vi } from 'vitest';
import { htmlText, htmlTitle } from './html-text.ts';

describe('the visible text of a page', () => {
  test.each([
    ['blocks are lines', '<div>one</div><p>two</p>', 'one\ntwo'],
    ['inline elements are not', '<p>error: <b>invalid_client</b>.</p>', 'error: invalid_client.'],
    ['scripts and styles are left out', '<script>if (a<b) error()</script><style>p{}</style>ok', 'ok'],
    ['upper case elements are left out as well', '<SCRIPT>x</SCRIPT>ok', 'ok'],
    ['a comment is left out', 'a<!-- <p>invalid_grant</p> -->b', 'ab'],
    ['entities are decoded', '&lt;b&gt; &amp;lt; &#65;&#x42; &unknown;', '<b> &lt; AB &unknown;'],
    ['a head without an end tag hides nothing', '<html><head><title>T</title><body><header>x</header>', 'x'],
    ['an element drawn in place hides nothing', '<svg width="1"/><p>text</p>', 'text'],
    ['a lone less-than sign is text', '<p>1 < 2 and 3</p>', '1 < 2 and 3'],
    ['a script without an end hides the rest', 'a<script>b', 'a'],
    ['a tag without an end hides the rest', 'a<p b', 'a'],
    ['text without tags stays', 'just text', 'just text'],
    ['letters whose lower case is longer do not shift positions', 'İİİİ<script>x</script>İ', 'İİİİ\nİ'],
  ])('%s', (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  test.each(['<', '<!--', '<script>', '<p a="', '<title', '&#', '</', '<script></script>', '<p>'])(
    'is searched for once, not again from every %j',
    (unit) => {
      const page = unit.repeat(5000);
      let searched = 0;
      const indexOf = String.prototype.indexOf;
      vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, wanted, from = 0) {
        const found = indexOf.call(this, wanted, from);
        searched += (found < 0 ? this.length : found) - from;
        return found;
      });
      try {
        htmlText(page);
      } finally {
        vi.restoreAllMocks();
      }
      expect(searched / page.length).toBeLessThan(4);
    },
  );
});

test.each([
  ['<title> Sign in &amp; more </title>', 'Sign in & more'],
  ['<TITLE lang="en">Error</TITLE>', 'Error'],
  ['<title></title>', undefined],
  ['<p>none</p>', undefined],
])('the title of %s is %s', (html, title) => {
  expect(htmlTitle(html)).toBe(title);
});
