/** Prints what this page shows. */
export function printPage(): void {
  try {
    globalThis.print();
  } catch {
    // Firefox prints tabs alone and throws in its toolbox: https://searchfox.org/mozilla-central/source/dom/base/nsGlobalWindowOuter.cpp
    void printCopy();
  }
}

/** Prints a copy of this page, as it stands, from a tab that is there as long as that takes. */
async function printCopy(): Promise<void> {
  const tab = globalThis.open('');
  if (tab === null) return;
  const copy = tab.document.importNode(document.documentElement, true);
  for (const script of copy.querySelectorAll('script')) script.remove();
  const styles = [...copy.querySelectorAll('link[rel=stylesheet]')].map(
    (link) => new Promise((loaded) => link.addEventListener('load', loaded)),
  );
  tab.document.documentElement.replaceWith(copy);
  await Promise.all(styles);
  tab.print();
  tab.close();
}
