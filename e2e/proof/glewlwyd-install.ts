import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The tables of an empty server, from the package. */
export const tables = '/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3';

const preseed = 'glewlwyd glewlwyd/config_type select No configuration';
const minutes = 60_000;

async function isThere(): Promise<boolean> {
  try {
    await access(tables);
    await run('sh', ['-c', 'command -v glewlwyd && command -v sqlite3']);
    return true;
  } catch {
    return false;
  }
}

async function apt(...words: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', [...words], { env, timeout: 3 * minutes, maxBuffer: 2 ** 24 });
}

/** Sees to it that Debian’s glewlwyd is installed; what is returned is why it is not. */
export async function installGlewlwyd(): Promise<string | undefined> {
  if (await isThere()) return undefined;
  if (process.platform !== 'linux') return 'it is a package of Debian';
  if (process.getuid?.() !== 0) return '`apt-get install glewlwyd sqlite3` needs root';
  try {
    // Without this answer the package’s own set-up asks for a database, fails, and leaves dpkg broken.
    await run('sh', ['-c', 'echo "$0" | debconf-set-selections', preseed]);
    const install = ['install', '-y', '--no-install-recommends', 'glewlwyd', 'sqlite3'];
    await apt(...install).catch(async () => {
      await apt('update');
      await apt(...install);
    });
  } catch (error) {
    return error instanceof Error
      ? (error.message.trim().split('\n').at(-1) ?? error.message)
      : String(error);
  }
  return (await isThere()) ? undefined : 'the package was installed and its program is not there';
}
