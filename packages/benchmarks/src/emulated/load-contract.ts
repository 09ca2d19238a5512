import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What a peer uses of the emulator's own code: the check of requests, as the emulator makes it. */
export interface EmulatorContract {
  routes: { find(method: string, path: string): { operation: object } | { allowed: string[] } };
  validator: { body(operation: object, body: unknown, isLoose: boolean): { violations: readonly object[] } };
}

/** Made from the sources, because the package offers its customers no validator. Beside the workers, where the libraries that it loads are found. */
export async function loadContract(): Promise<EmulatorContract> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@convapi/emulator/package.json')), 'src/contract/index.ts');
  const outfile = fileURLToPath(new URL(`../emulator-contract-${process.pid}.mjs`, import.meta.url));
  await build({ entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'warning' });
  try {
    const { readContract } = (await import(pathToFileURL(outfile).href)) as { readContract(): EmulatorContract };
    return readContract();
  } finally {
    rmSync(outfile);
  }
}
