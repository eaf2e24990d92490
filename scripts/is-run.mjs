import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Whether Node.js was asked to run the module with this `import.meta.url`; a folder's name may hold blanks. */
export function isRun(url) {
  const [, script] = process.argv;
  return script !== undefined && url === pathToFileURL(realpathSync(script)).href;
}
