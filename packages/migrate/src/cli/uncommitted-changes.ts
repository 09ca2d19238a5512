import { execFileSync } from 'node:child_process';

/** Files below a folder that git knows to be changed or new; none outside of a work tree. */
export function uncommittedChanges(folder: string): string[] {
  try {
    const printed = execFileSync('git', ['status', '--porcelain', '--', '.'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return printed.split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}
