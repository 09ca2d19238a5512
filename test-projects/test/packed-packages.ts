import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages } from '../packing/pack-packages.mjs';
import { run } from './run.ts';

export interface Manifest {
  name: string;
  files: string[];
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  main: string;
  types: string;
  exports: Record<string, unknown>;
}

export interface PackedPackages {
  /** A folder that `remove` takes away. */
  folder: string;
  tarballOf(name: string): string;
  manifestOf(name: string): Manifest;
  /** Our packages that a package needs, itself first. */
  ownClosure(name: string): string[];
  /** A project with these packages installed from their tarballs, and others from the registry. */
  install(project: string, names: readonly string[], type?: 'module' | 'commonjs', others?: readonly string[]): string;
  remove(): void;
}

/** npm, which asks the registry for nothing that it has. */
export const NPM_QUIETLY = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** The packages as they would be published, in a folder for temporary files. */
export function packToFolder(): PackedPackages {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-packed-'));
  const tarballs = packPackages(join(folder, 'tarballs'));
  const tarballOf = (name: string) => tarballs[`@convapi/${name}`] as string;
  const manifestOf = (name: string) => JSON.parse(run('tar', ['-xOf', tarballOf(name), 'package/package.json'])) as Manifest;
  const ownClosure = (name: string): string[] => {
    const needs = Object.keys(manifestOf(name).dependencies ?? {}).filter((one) => one.startsWith('@convapi/'));
    return [name, ...needs.flatMap((one) => ownClosure(one.slice('@convapi/'.length)))];
  };
  const fileOf = (name: string) => [`@convapi/${name}`, `file:${tarballOf(name)}`] as const;

  return {
    folder,
    tarballOf,
    manifestOf,
    ownClosure,
    install(name, wanted, type = 'module', others = []) {
      const project = join(folder, name);
      mkdirSync(project);
      // Siblings come from their tarballs, only where declared.
      const siblings = new Set(wanted.flatMap(ownClosure).filter((one) => !wanted.includes(one)));
      const manifest = {
        name: 'consumer',
        version: '1.0.0',
        type,
        dependencies: Object.fromEntries(wanted.map(fileOf)),
        overrides: Object.fromEntries([...siblings].map(fileOf)),
      };
      writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
      run('npm', ['install', ...NPM_QUIETLY, ...others], { cwd: project });
      return project;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
