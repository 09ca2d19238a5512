import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** The packages that are published, in the order in which they need each other. */
export const PACKAGES = ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator'];

/**
 * Copies what git knows, and what was built, to a folder in which versions may be changed and tags made.
 *
 * @param {string} repository
 * @param {string} target
 */
export async function copyRepository(repository, target) {
  const listed = await runCommand('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: repository });
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(repository, file)));
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(repository, file), join(target, file));
  }
  for (const name of PACKAGES) {
    // dist, and the folder of each entry
    const { files } = JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8'));
    for (const file of files) cpSync(join(repository, 'packages', name, file), join(target, 'packages', name, file), { recursive: true });
    linkSiblings(join(target, 'packages', name));
    dropProvenance(join(target, 'packages', name, 'package.json'));
  }
  await commitAll(target);
}

/** pnpm reads the versions behind `workspace:` from what is installed. */
function linkSiblings(folder) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const siblings = Object.keys(dependencies).filter((name) => name.startsWith('@convapi/'));
  if (siblings.length === 0) return;
  const scope = join(folder, 'node_modules/@convapi');
  mkdirSync(scope, { recursive: true });
  for (const name of siblings) symlinkSync(`../../../${name.slice('@convapi/'.length)}`, join(scope, name.slice('@convapi/'.length)));
}

/** Provenance is signed by the build service, which is not there in a rehearsal. */
function dropProvenance(path) {
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  delete manifest.publishConfig.provenance;
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Changesets asks git where a change came from. */
async function commitAll(target) {
  const git = (...args) =>
    runCommand('git', ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@example.com', ...args], { cwd: target });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'rehearsal');
}

/** Adds a change of every package where none is waiting, so that there is something to release. */
export function ensureChange(target) {
  const folder = join(target, '.changeset');
  if (readdirSync(folder).some((name) => name.endsWith('.md') && name !== 'README.md')) return;
  const bumps = PACKAGES.map((name) => `"@convapi/${name}": patch`).join('\n');
  writeFileSync(join(folder, 'rehearsal.md'), `---\n${bumps}\n---\n\nA rehearsal. Nothing to do.\n`);
}
