import type { InspectedFirefox } from './inspected.ts';

/** What the network tells of an HTTP request: that it goes out, that the answer's head is there, that all of it is. */
export type NetworkEvent = 'http-on-modify-request' | 'http-on-examine-response' | 'http-on-stop-request';

/** Stops the event page at the first `event` of a request whose path ends so; `hasStopped` tells whether it came to that. */
export async function stopAt(
  { privileged, extension }: InspectedFirefox,
  event: NetworkEvent,
  path: string,
): Promise<() => Promise<boolean>> {
  await privileged(`
    const policy = WebExtensionPolicy.getByID(${JSON.stringify(extension)});
    window.grantscopeStopped = false;
    const observer = { observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      if (channel.requestMethod === 'OPTIONS' || !channel.URI.filePath.endsWith(${JSON.stringify(path)})) return;
      Services.obs.removeObserver(observer, ${JSON.stringify(event)});
      policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
        .then(() => { window.grantscopeStopped = true; });
    } };
    Services.obs.addObserver(observer, ${JSON.stringify(event)});`);
  return async () => (await privileged('return window.grantscopeStopped;')) === true;
}
