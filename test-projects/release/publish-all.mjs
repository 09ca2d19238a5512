import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PUBLISHED, packPackages } from '../packing/pack-packages.mjs';
import { ensureChange } from './copy-repository.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Gives every package its next version and publishes it, with the commands of the release workflow.
 *
 * @param {{ repository: string, copy: string, registry: { url: string, npmrc: string } }} places
 * @returns {Promise<Map<string, { version: string, changelog: string }>>} by folder name
 */
export async function publishAll({ repository, copy, registry }) {
  const changeset = join(repository, 'node_modules/@changesets/cli/bin.js');
  const env = {
    ...withoutSettings(process.env),
    // changesets starts the pnpm that it finds here
    PATH: [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    // The registry of this machine must not be met by accident.
    npm_config_registry: registry.url,
    npm_config_userconfig: registry.npmrc,
    CI: 'true',
  };
  ensureChange(copy);
  await runCommand(process.execPath, [changeset, 'version'], { cwd: copy, env });
  const tarballs = join(copy, 'tarballs');
  packPackages(tarballs, { from: copy, env });
  await runCommand(process.execPath, [join(copy, 'scripts/publish-packed.mjs'), tarballs], { cwd: copy, env });
  return new Map(PUBLISHED.map((name) => [name, releasedAs(join(copy, 'packages', name))]));
}

function releasedAs(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { version, changelog: readFileSync(join(folder, 'CHANGELOG.md'), 'utf8') };
}

/** The environment without what would lead npm and pnpm to another registry, or let them in there. */
function withoutSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^p?npm_config_|^(NODE_AUTH|NPM)_TOKEN$/i.test(name)));
}
