import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInbox } from '../src/index.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
const OPTIONS = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;

/**
 * A data folder of an inbox in which nothing happened yet: a copy of one that is made once on a machine. To make one takes
 * seconds of processor time, to open a copy a fraction.
 */
export async function createDataFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'convapi-inbox-'));
  await cp(await findTemplate(), folder, { recursive: true });
  return folder;
}

async function findTemplate(): Promise<string> {
  const template = join(tmpdir(), `convapi-inbox-empty-${await versionOfTables()}`);
  if (await isThere(template)) return template;
  const made = await mkdtemp(`${template}-`);
  await (await createInbox({ ...OPTIONS, dataDir: made })).close();
  // Each inbox has a lock and a secret of its own; the secret is only one of tests.
  await rm(join(made, 'inbox.lock'));
  // Of several workers at once the first wins; the folder of the others is not needed.
  await rename(made, template).catch(() => rm(made, { recursive: true }));
  return template;
}

/** Changes with the migrations and with the libraries that keep tables. */
async function versionOfTables(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATIONS)).sort()) {
    if (name.endsWith('.sql')) hash.update(await readFile(join(MIGRATIONS, name)));
  }
  const require = createRequire(import.meta.url);
  hash.update(await readFile(join(dirname(require.resolve('@electric-sql/pglite')), '../package.json')));
  hash.update(await readFile(join(dirname(require.resolve('pg-boss')), '../package.json')));
  return hash.digest('hex').slice(0, 12);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
