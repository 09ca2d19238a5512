import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import type { startEmulator } from '../../src/index.ts';
import { makeFolder } from '../state-folder.ts';

it('starts from a bundle that took the code alone, without the files that the package brings along', async () => {
  const outfile = join(makeFolder(), 'bundle.cjs');
  const entryPoints = [fileURLToPath(new URL('../../src/index.ts', import.meta.url))];
  // Where no node_modules are.
  const define = { __filename: JSON.stringify('/nowhere/bundle.cjs') };
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', define, logLevel: 'error' });
  const { startEmulator: start } = createRequire(import.meta.url)(outfile) as { startEmulator: typeof startEmulator };
  const { url, close } = await start();
  const page = await fetch(`${url}/_emulator/console/`);
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('The console is not part of this build')]);
  expect((await fetch(`${url}/_emulator/postman.json`)).status).toBe(404);
  await close();
});
