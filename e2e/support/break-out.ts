/**
 * Has the page at hand run a script, load an image and send a request, and answers which directives of its policy
 * stopped them, once all three were. It stands alone, since a browser runs its text inside the page.
 */
export async function tryToBreakOut(): Promise<readonly string[]> {
  const elsewhere = 'http://127.0.0.1:9/';
  const stopped = new Set<string>();
  const all = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.add(effectiveDirective);
      if (stopped.size === 3) resolve();
    });
  });
  const script = document.createElement('script');
  script.textContent = 'document.title = "no policy held"';
  document.head.append(script);
  new Image().src = elsewhere;
  await fetch(elsewhere).catch(() => undefined);
  await all;
  return [...stopped].toSorted();
}
