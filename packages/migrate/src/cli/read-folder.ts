import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ts } from 'ts-morph';
import type { PathAliases } from '../program/path-aliases.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
const NOT_SOURCE = /\.d\.[cm]?ts$|\.min\.js$/;
/** Folders of what was installed or built. */
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'out', 'coverage']);

/** What there is to migrate in a folder. Paths have forward slashes and start at the folder. */
export interface Folder {
  texts: Map<string, string>;
  manifests: string[];
  aliases: PathAliases;
  checkJs: boolean;
}

/** @throws Error when there is no such folder. */
export function readFolder(folder: string): Folder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`[@convapi/migrate] ${folder} is no folder.`);
  const texts = new Map<string, string>();
  const manifests: string[] = [];
  walk(folder);
  return { texts, manifests, ...readSettings(folder) };

  function walk(parent: string): void {
    for (const entry of readdirSync(parent, { withFileTypes: true })) {
      const path = join(parent, entry.name);
      const name = relative(folder, path).replaceAll('\\', '/');
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !entry.name.startsWith('.')) walk(path);
      } else if (entry.name === 'package.json') manifests.push(name);
      else if (entry.isFile() && SOURCE.test(name) && !NOT_SOURCE.test(name)) texts.set(name, readFileSync(path, 'utf8'));
    }
  }
}

/** Import aliases and whether JavaScript is checked, read as TypeScript reads its settings: with comments and trailing commas. */
function readSettings(folder: string): Pick<Folder, 'aliases' | 'checkJs'> {
  const path = join(folder, 'tsconfig.json');
  if (!existsSync(path)) return { aliases: {}, checkJs: false };
  const { config } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8'));
  const { baseUrl, paths, checkJs = false } = (config?.compilerOptions ?? {}) as PathAliases & { checkJs?: boolean };
  return { aliases: { ...(baseUrl === undefined ? {} : { baseUrl }), ...(paths === undefined ? {} : { paths }) }, checkJs };
}
