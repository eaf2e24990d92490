import { readdirSync, readFileSync } from 'node:fs';

/** What Linux says of a process: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
interface ProcessStat {
  readonly id: number;
  readonly parent: number;
  /** Milliseconds on a processor, in steps of 10. */
  readonly time: number;
}

function statOf(id: number): ProcessStat | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [, parent] = fields;
    return { id, parent: Number(parent), time: (Number(fields[11]) + Number(fields[12])) * 10 };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}

const processIds = (): readonly number[] =>
  readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? [Number(name)] : []));

/** The browser's first process: the one with this profile that no other process of it started. */
export function browserProcess(profile: string): number {
  const found = processIds().find((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      return (
        words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))
      );
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
  if (found === undefined) throw new Error(`No browser has the profile "${profile}".`);
  return found;
}

/** Milliseconds that a process and all it started have had a processor; those that ended are not among them. Linux only. */
export function processorTime(root: number): number {
  const stats = processIds().flatMap((id) => statOf(id) ?? []);
  const family = new Set([root]);
  // A child may stand before its parent, since ids begin anew.
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { id, parent } of stats) if (family.has(parent)) family.add(id);
  }
  return stats.reduce((sum, { id, time }) => (family.has(id) ? sum + time : sum), 0);
}
