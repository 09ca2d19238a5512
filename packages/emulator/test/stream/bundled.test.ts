import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { makeFolder } from '../state-folder.ts';

const PROGRAM = `require('./bundle.cjs').startEmulator().then(async ({ url, close }) => {
  for (const path of ['/_emulator', '/_emulator/console/', '/_emulator/postman.json']) console.log((await fetch(url + path)).status);
  await close();
});`;

it('starts from a bundle that took the code alone, without the files that the package brings along', async () => {
  const folder = makeFolder();
  const entryPoints = [fileURLToPath(new URL('../../src/index.ts', import.meta.url))];
  await build({ entryPoints, outfile: join(folder, 'bundle.cjs'), bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  // Without NODE_PATH, by which package managers let scripts find what is installed elsewhere.
  const env = { PATH: process.env.PATH };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROGRAM], { cwd: folder, env });
  expect(stdout.trim().split('\n')).toEqual(['200', '404', '404']);
});

it.each(['cli.js', 'vitest.js', 'vitest.cjs'])('is carried once: %s finds the code in the entry beside it', (name) => {
  expect(statSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))).size).toBeLessThan(32 * 1024);
});
