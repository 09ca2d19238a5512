import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { makeFolder } from '../state-folder.ts';

/** Starts the emulator of the bundle, and prints how it answers for two files that it does not have. */
const PROGRAM = `
const { startEmulator } = require(process.argv[1]);
startEmulator().then(async ({ url, close }) => {
  const page = await fetch(url + '/_emulator/console/');
  const postman = await fetch(url + '/_emulator/postman.json');
  console.log(JSON.stringify([page.status, await page.text(), postman.status]));
  await close();
});`;

it('starts from a bundle that took the code alone, without the files that the package brings along', async () => {
  const outfile = join(makeFolder(), 'bundle.cjs');
  const entryPoints = [fileURLToPath(new URL('../../src/index.ts', import.meta.url))];
  // Where no node_modules are: neither beside the file, nor where the starter of these tests looks for them.
  const define = { __filename: JSON.stringify('/nowhere/bundle.cjs') };
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', define, logLevel: 'error' });
  const { NODE_PATH: _elsewhere, ...env } = process.env;
  const answers = JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM, outfile], { env, encoding: 'utf8' }));
  expect(answers).toEqual([404, expect.stringContaining('The console is not part of this build'), 404]);
});
