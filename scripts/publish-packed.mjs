// Publishes the packed packages of a folder whose versions are not published yet. It needs nothing but npm, so the job that may
// publish installs and builds nothing: node scripts/publish-packed.mjs <folder>
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, env, exit } from 'node:process';

const folder = argv[2];
if (folder === undefined) {
  console.error('Name the folder of the packed packages: node scripts/publish-packed.mjs <folder>');
  exit(2);
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
  const tarball = resolve(join(folder, file));
  const { name, version, private: isPrivate } = JSON.parse(run('tar', ['-xOf', tarball, 'package/package.json']));
  if (isPrivate) continue;
  if (isPublished(`${name}@${version}`)) console.log(`${name} ${version} is published already`);
  else {
    // GitHub's identity token stands for a login: npm exchanges it, and notes where the package comes from
    run('npm', ['publish', tarball, '--access', 'public', ...(env.GITHUB_ACTIONS === 'true' ? ['--provenance'] : [])]);
    console.log(`${name} ${version} published`);
  }
}

/** @param {string} id */
function isPublished(id) {
  try {
    return run('npm', ['view', id, 'version']).trim() !== '';
  } catch (error) {
    if (String(/** @type {{ stderr?: unknown }} */ (error).stderr).includes('E404')) return false;
    throw error;
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
