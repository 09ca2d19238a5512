import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Path below the output folder → content. */
export type Files = Map<string, string>;

/** Writes the files and removes what an earlier run left in the same `generated` folders. */
export async function writeFiles(root: string, files: Files): Promise<string[]> {
  const changed = await findDrift(root, files);
  for (const path of changed) {
    const content = files.get(path);
    const target = join(root, path);
    if (content === undefined) {
      await rm(target);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return changed;
}

/** The paths whose content on disk is not what would be written, stale files included. */
export async function findDrift(root: string, files: Files): Promise<string[]> {
  const drifted: string[] = [];
  for (const [path, content] of files) {
    const current = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (current !== content) drifted.push(path);
  }
  // Other folders hold what was written by hand, too.
  const folders = new Set([...files.keys()].map(dirname).filter((folder) => basename(folder) === 'generated'));
  for (const folder of folders) {
    const names = await readdir(join(root, folder)).catch(() => []);
    drifted.push(...names.map((name) => `${folder}/${name}`).filter((path) => !files.has(path)));
  }
  return drifted.sort();
}
