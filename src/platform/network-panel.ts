import { devtools } from './devtools.ts';

/** What Chromium has since version 128 and the types do not know yet. */
interface WithNetworkPanel {
  readonly network: { readonly show: (options: { readonly filter: string }) => Promise<void> };
}

/** Turns DevTools to its Network panel with a filter; undefined where there is no such way, as in Firefox. */
export function networkPanel(): ((filter: string) => void) | undefined {
  const panels = devtools?.panels;
  return panels !== undefined && hasNetworkPanel(panels)
    ? (filter) => void panels.network.show({ filter })
    : undefined;
}

function hasNetworkPanel(panels: object): panels is WithNetworkPanel {
  return 'network' in panels;
}
