/**
 * processFamily(): what a process has started, and what that has: an engine that is asked to end may leave some of it behind (Buildah without a container runtime: the command of
 * the RUN). Nobody is found where there is no `ps`.
 */

import { execa } from 'execa';

export async function processFamily(pid: number | undefined): Promise<readonly number[]> {
  const { stdout = '' } = await execa('ps', ['-A', '-o', 'pid=,ppid='], { stdin: 'ignore', reject: false, timeout: 2000 });
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [child: number, parent: number]);
  const below = (parent: number): readonly number[] => pairs.flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []));
  return pid === undefined ? [] : below(pid);
}

/** Those that are still there are asked to end. */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  if (pids.length > 0) await execa('kill', ['-s', 'TERM', ...pids.map(String)], { stdio: 'ignore', reject: false });
}
