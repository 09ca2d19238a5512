import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files into a folder. A value is the text, something that is written as JSON, or a function of the context that gives one of them.
 *
 * @param {string} folder
 * @param {Record<string, unknown>} files by path
 * @param {object} context `{ subject, env }`
 */
export function writeFiles(folder, files, context) {
  for (const [path, value] of Object.entries(files)) {
    const content = typeof value === 'function' ? value(context) : value;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}
