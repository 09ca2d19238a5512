// Builds a published package, from its folder: ES modules (.js, .d.ts) and, where the manifest has targets of that format, CommonJS
// (.cjs, .d.cts) in dist, and a folder for each entry, for resolvers that do not read `exports`. What to build is read from package.json, so an entry is written down
// once: under `exports`, `imports` or `bin`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const hasCommonJs = sourcesOf('.cjs').length > 0;

/** tsc writes them once, for both formats: they differ only in their names, and in those that they import. */
function writeDeclarations() {
  execFileSync('tsc', ['-p', 'tsconfig.build.json', '--emitDeclarationOnly'], { stdio: 'inherit', shell: process.platform === 'win32' });
  const files = readdirSync('dist', { recursive: true }).filter((file) => file.endsWith('.d.ts'));
  for (const file of files) {
    // tsc keeps the `.ts` of imports, which older compilers and resolvers do not look up
    const withImports = (extension) => text.replace(/(from |import\()(['"])(\.[^'"]*)\.tsx?\2/g, `$1$2$3${extension}$2`);
    const path = join('dist', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, withImports('.js'));
    if (hasCommonJs) writeFileSync(path.replace(/\.ts$/, '.cts'), withImports('.cjs'));
  }
}

/** One file an entry. What customers install stays outside; what only we install is built in. */
async function writeCode() {
  const shared = {
    bundle: true,
    target: 'es2022',
    mainFields: ['module', 'main'],
    external: ['node:*', '#*', ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })],
    outbase: 'src',
    outdir: 'dist',
    logLevel: 'warning',
    plugins: [leaveEntriesOutside, slimDocuments],
  };
  await build({ ...shared, format: 'esm', platform: 'neutral', entryPoints: sourcesOf('.js') });
  if (!hasCommonJs) return;
  const commonJs = {
    ...shared,
    format: 'cjs',
    platform: 'node', // adds the note by which Node finds the names of exports; nothing else depends on it here
    outExtension: { '.js': '.cjs' },
    // test runners and bundlers follow `require` where they refuse `import()`
    supported: { 'dynamic-import': false },
  };
  await build({ ...commonJs, entryPoints: sourcesOf('.cjs') });
  await writeLegacyCode(commonJs);
}

/** The modules behind every target of the manifest with this ending. */
function sourcesOf(ending) {
  const targets = JSON.stringify([manifest.exports, manifest.imports, manifest.bin]).matchAll(/"\.\/dist\/([^"]+?)(\.c?js)"/g);
  return [...new Set([...targets].flatMap(([, name, found]) => (found === ending ? [`src/${name}.ts`] : [])))];
}

/**
 * The entries that need an `imports` condition, once more without one, for resolvers that read neither `exports` nor `imports`:
 * with the module that works on every platform.
 */
async function writeLegacyCode(shared) {
  const needy = sourcesOf('.cjs').filter((source) => readFileSync(toLegacyTarget(source, 'dist'), 'utf8').includes('require("#'));
  if (needy.length === 0) return;
  const useDefaults = {
    name: 'use-defaults',
    setup({ onResolve }) {
      onResolve({ filter: /^#/ }, ({ path }) => ({
        path: resolve(manifest.imports[path].default.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
      }));
    },
  };
  const external = shared.external.filter((name) => name !== '#*');
  await build({ ...shared, external, plugins: [useDefaults, ...shared.plugins], entryPoints: needy, outdir: 'dist/legacy' });
}

/** @param {string} source */
function toLegacyTarget(source, folder = 'dist/legacy') {
  return source.replace(/^src/, folder).replace(/\.ts$/, '.cjs');
}

/** An entry that imports another entry finds it beside itself, instead of carrying a copy. */
const leaveEntriesOutside = {
  name: 'leave-entries-outside',
  setup({ onResolve, initialOptions }) {
    const entries = new Set(initialOptions.entryPoints.map((entry) => resolve(entry)));
    onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) =>
      entries.has(importer) && entries.has(resolve(resolveDir, path))
        ? { path: path.replace(/\.ts$/, initialOptions.outExtension?.['.js'] ?? '.js'), external: true }
        : undefined,
    );
  },
};

/** Code that checks against an OpenAPI document needs none of its texts, which are half of it. */
const slimDocuments = {
  name: 'slim-documents',
  setup({ onLoad }) {
    onLoad({ filter: /openapi\.json$/ }, ({ path }) => {
      const slim = JSON.parse(readFileSync(path, 'utf8'), (key, value) =>
        (key === 'description' || key === 'summary') && typeof value === 'string' ? undefined : value,
      );
      return { contents: JSON.stringify(slim), loader: 'json' };
    });
  },
};

/** `client/undici/package.json` for `@convapi/client/undici`. */
function writeEntryFolders() {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (entry === '.' || typeof target === 'string') continue;
    const folder = entry.slice(2);
    const to = (path) => relative(folder, path).replaceAll('\\', '/');
    const { types, default: modern } = target.require ?? target;
    const legacy = modern.replace('./dist/', 'dist/legacy/');
    const main = existsSync(legacy) ? legacy : modern;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ main: to(main), types: to(types), sideEffects: false }, null, 2)}\n`);
  }
}

rmSync('dist', { recursive: true, force: true });
writeDeclarations();
await writeCode();
writeEntryFolders();
