import type { CompilerOptions } from 'typescript';

/** The numbers of enums of TypeScript, which are not imported: the site loads no compiler but through twoslash. */
const ES2022 = 9;
const ESNEXT = 99;
const BUNDLER = 100;

/** How the programs of the pages are compiled: as strictly as the packages are. */
export const compilerOptions: CompilerOptions = {
  target: ES2022,
  module: ESNEXT,
  moduleResolution: BUNDLER,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  resolveJsonModule: true,
};
