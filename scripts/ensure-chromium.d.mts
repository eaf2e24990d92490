export function findChromium(): Promise<string | undefined>;
export function ensureChromium(
  report?: (line: string) => void,
): Promise<{ readonly path: string } | { readonly reason: string }>;
