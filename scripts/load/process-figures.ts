import { readdirSync, readFileSync } from 'node:fs';

const KILOBYTES = 1024;
/** Linux counts processor time in hundredths of a second, on every machine. */
const TICKS_PER_SECOND = 100;

/** What a process holds. 0 where it has ended. */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s*(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / KILOBYTES;
}

/** Processor time of a process and of all below it, also those that have ended. */
export function cpuSeconds(pid: number): number {
  const status = textOf(`/proc/${pid}/stat`);
  // proc(5): user, system, and the same of children that have ended, are the fields 14 to 17; the third stands behind the bracket
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}

/** A child stands with the thread that made it. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      textOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
