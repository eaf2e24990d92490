import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The tables of an empty server, from the package. */
export const tables = '/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3';

/** Debian 12’s; another version may have other words than docs/proof.md says. */
const version = '2.7.5';

const preseed = 'glewlwyd glewlwyd/config_type select No configuration';
const packages = ['-y', '--no-install-recommends', 'glewlwyd', 'sqlite3'];
const impatient = [
  '-o',
  'Acquire::Retries=0',
  '-o',
  'Acquire::http::Timeout=10',
  '-o',
  'Acquire::https::Timeout=10',
];

async function isThere(): Promise<boolean> {
  try {
    await access(tables);
    await run('sh', ['-c', 'command -v glewlwyd && command -v sqlite3']);
    return true;
  } catch {
    return false;
  }
}

async function apt(seconds: number, ...words: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', [...impatient, ...words], { env, timeout: seconds * 1000, maxBuffer: 2 ** 24 });
}

const download = async (): Promise<void> => apt(60, 'install', '--download-only', ...packages);

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? error.message) : String(error);

/** Sees to it that Debian’s glewlwyd is installed; what is returned is why it is not. */
export async function installGlewlwyd(): Promise<string | undefined> {
  if (!(await isThere())) {
    if (process.platform !== 'linux') return 'it is a package of Debian';
    if (process.getuid?.() !== 0) return '`apt-get install glewlwyd sqlite3` needs root';
    try {
      // Without this answer the package’s own set-up asks for a database, fails, and leaves dpkg broken.
      await run('sh', ['-c', 'echo "$0" | debconf-set-selections', preseed]);
      await download().catch(async () => {
        await apt(40, 'update');
        await download();
      });
      // What is here already needs no network, so that no time limit ends it half-way.
      await apt(120, 'install', '--no-download', ...packages);
    } catch (error) {
      return wordsOf(error);
    }
    if (!(await isThere())) return 'the package was installed and its program is not there';
  }
  const { stdout } = await run('glewlwyd', ['--version']);
  return stdout.includes(version) ? undefined : `it is not version ${version}`;
}
