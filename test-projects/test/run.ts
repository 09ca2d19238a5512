import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
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

/** Runs the pinned pnpm, the one that started the tests where that is so. */
export function pnpm(args: string[], options: ExecFileSyncOptions = {}): string {
  return run('npx', ['--yes', 'pnpm@12.21.0', ...args], options);
}
