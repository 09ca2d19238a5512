import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLISHED } from '../packing/pack-packages.mjs';
import { copyRepository } from './copy-repository.mjs';
import { installPublished } from './install-published.mjs';
import { publishAll } from './publish-all.mjs';
import { startPublishedEmulator } from './start-published-emulator.mjs';
import { startRegistry } from './start-registry.mjs';
import { tryPackage } from './try-package.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A release from beginning to end that nobody sees: versions, changelogs, publishing to a registry on this machine, and each
 * package alone in an empty project of each module format.
 *
 * @param {(line: string) => void} say
 */
export async function rehearseRelease(say = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-release-'));
  const copy = join(folder, 'repository');
  const registry = await startRegistry(join(folder, 'registry'));
  const close = [() => registry.close()];
  try {
    await copyRepository(repository, copy);
    const released = await publishAll({ repository, copy, registry });
    say(`published ${released.size} packages`);
    const home = await installEmulator(folder, registry, released.get('emulator').version);
    const { account, stop } = await startPublishedEmulator(home);
    close.push(stop);
    const rows = [];
    for (const name of PUBLISHED) {
      const readme = join(repository, 'packages', name, 'README.md');
      const { version } = released.get(name);
      for (const row of await tryPackage({ name, version, folder, registry, readme, account })) {
        rows.push(row);
        say(`${name} as ${row.format}: ${row.ok ? 'ok' : 'FAILED'}`);
      }
    }
    return { rows, released };
  } finally {
    for (const end of close) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function installEmulator(folder, registry, version) {
  const home = join(folder, 'emulator');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true }));
  await installPublished(`@convapi/emulator@${version}`, { project: home, registry, cache: join(folder, 'npm-cache') });
  return home;
}
