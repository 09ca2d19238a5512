import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * A data folder with an empty PostgreSQL in it, of which nobody knows: a copy of one that is made once on a machine. To make
 * one takes seconds of processor time, to open a copy a fraction.
 */
export async function createDataFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'convapi-inbox-'));
  await cp(await findTemplate(), folder, { recursive: true });
  return folder;
}

async function findTemplate(): Promise<string> {
  const template = join(tmpdir(), `convapi-inbox-empty-pglite-${await pgliteVersion()}`);
  if (await isThere(template)) return template;
  const made = await mkdtemp(`${template}-`);
  await (await PGlite.create(made)).close();
  // Of several workers at once the first wins; the folder of the others is not needed.
  await rename(made, template).catch(() => rm(made, { recursive: true }));
  return template;
}

async function pgliteVersion(): Promise<string> {
  const manifest = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json');
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
