/** Both parts of the panel are loaded beside each other; the list is drawn when the first is there. */
export const judged = import('./judged.ts');
const { openPanel } = await import('./main.tsx');
openPanel(judged);
