import { join } from 'node:path';
import ts from 'typescript';
import { COMPILER_OPTIONS, type Reports } from './read-reports.ts';

/** One side of a comparison. */
export type Side = 'before' | 'after';

/** Where the text of an entry stands in the program; it is on no disk. */
export function fileOf(side: Side, entry: string): string {
  return `/reports/${side}/${entry.replaceAll('/', '+')}.d.ts`;
}

/**
 * A program that holds both sides. Entries of ours that a report imports are those of its own side; everything else, such as
 * the types of undici, is found from the package as usual.
 */
export function createReportProgram(before: Reports, after: Reports, repository: string): ts.Program {
  const files = new Map<string, string>();
  for (const [entry, text] of before) files.set(fileOf('before', entry), text);
  for (const [entry, text] of after) files.set(fileOf('after', entry), text);
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, options, ...rest) => {
    const text = files.get(path);
    // A module, whatever a package.json nearby may say.
    return text === undefined
      ? getSourceFile(path, options, ...rest)
      : ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ES2022, impliedNodeFormat: ts.ModuleKind.ESNext });
  };
  host.resolveModuleNameLiterals = (literals, containing) => {
    const side = containing.startsWith('/reports/before/') ? 'before' : 'after';
    return literals.map(({ text }) => {
      const own = fileOf(side, text);
      if (files.has(own)) return { resolvedModule: { resolvedFileName: own, extension: ts.Extension.Dts, isExternalLibraryImport: false } };
      return ts.resolveModuleName(
        text,
        resolveFrom(containing, repository),
        COMPILER_OPTIONS,
        host,
        undefined,
        undefined,
        ts.ModuleKind.ESNext,
      );
    });
  };
  return ts.createProgram({ rootNames: [...files.keys()], options: COMPILER_OPTIONS, host });
}

/** A report stands in for the package that it is of. */
function resolveFrom(containing: string, repository: string): string {
  const [, name] = /^\/reports\/\w+\/@convapi\+([\w-]+)/.exec(containing) ?? [];
  return name === undefined ? containing : join(repository, 'packages', name, 'dist/index.d.ts');
}
