import { Project, ts } from 'ts-morph';
import { VENDOR_PACKAGES, vendorDeclarations } from '../vendor/declarations.ts';
import type { PathAliases } from './path-aliases.ts';

/** The texts of a folder as a compiled program. */
export interface Program {
  checker: ts.TypeChecker;
  /** The file of a path, as it was given. */
  file(path: string): ts.SourceFile;
  /** What does not parse, or nothing. */
  syntaxError(file: ts.SourceFile): ts.Diagnostic | undefined;
}

/** Where the compiler finds the folder: in memory, so that nothing of the machine takes part. */
const ROOT = '/project/';
const GLOBALS = `
declare const process: { env: { [name: string]: string | undefined }; argv: string[]; [key: string]: any };
declare const require: any; declare const module: any; declare const exports: any; declare const Buffer: any;
`;

/**
 * Compiles files against our declarations of the vendor's SDK. Nothing else is resolved: what other packages export is `any`, and
 * the vendor's packages need not be installed.
 */
export function createProgram(texts: ReadonlyMap<string, string>, { baseUrl = '.', paths }: PathAliases = {}): Program {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.Preserve,
      esModuleInterop: true,
      experimentalDecorators: true,
      allowImportingTsExtensions: true,
      types: [],
      ...(paths ? { paths: absolute(paths, baseUrl) } : {}),
    },
  });
  addVendor(project);
  project.createSourceFile('/globals.d.ts', GLOBALS);
  for (const [path, text] of texts) project.createSourceFile(`${ROOT}${path}`, text);
  const program = project.getProgram().compilerObject;
  return {
    checker: program.getTypeChecker(),
    file: (path) => program.getSourceFile(`${ROOT}${path}`) ?? missing(path),
    syntaxError: (file) => program.getSyntacticDiagnostics(file)[0],
  };
}

function addVendor(project: Project): void {
  const [first, ...others] = [...VENDOR_PACKAGES].reverse();
  project.createSourceFile(`/node_modules/${first}/index.d.ts`, vendorDeclarations());
  for (const name of others) project.createSourceFile(`/node_modules/${name}/index.d.ts`, `export * from '${first}';`);
  const manifest = JSON.stringify({ types: './index.d.ts' });
  for (const name of VENDOR_PACKAGES) project.getFileSystem().writeFileSync(`/node_modules/${name}/package.json`, manifest);
}

function absolute(paths: Record<string, string[]>, baseUrl: string): Record<string, string[]> {
  const base = `${ROOT}${baseUrl}`.replace(/\/\.?$/, '');
  return Object.fromEntries(
    Object.entries(paths).map(([alias, targets]) => [alias, targets.map((one) => `${base}/${one.replace(/^\.\//, '')}`)]),
  );
}

function missing(path: string): never {
  throw new Error(`[@convapi/migrate] ${path} is not part of the program.`);
}

/** Is it declared by the vendor? */
export function isVendorNode(node: ts.Node | undefined): boolean {
  return node?.getSourceFile().fileName.startsWith('/node_modules/@sinch/') ?? false;
}
