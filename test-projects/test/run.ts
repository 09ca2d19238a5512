import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command to its end and returns what it printed; what it printed is in the error too. */
export function run(command: string, args: string[], options: ExecFileSyncOptions = {}): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', ...options }) as string;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}

/** Runs the pnpm of the workspace. */
export function pnpm(args: string[], options: ExecFileSyncOptions = {}): string {
  return run(join(repository, 'node_modules/.bin/pnpm'), args, options);
}
