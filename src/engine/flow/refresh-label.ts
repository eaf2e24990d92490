/** The name of a step that trades a refresh token. */
export const refreshLabel = 'Refresh';

/** Whether a step trades a refresh token. */
export function isRefresh({ label }: { readonly label: string }): boolean {
  return label === refreshLabel;
}
