/** Loads the panel in its two parts, as the extension does. */
export const judged = import('../../src/panel/judged.ts');
const { openPanel } = await import('./main.tsx');
openPanel(judged);
