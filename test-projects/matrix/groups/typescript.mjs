import { readdirSync, readFileSync } from 'node:fs';
import { pinned } from '../versions.mjs';
import { importAll, MODULES, packageOf } from './shared.mjs';

const COMPILERS = ['5.0', '5.4', '5.9', '6', '7'];
const EVERY_TIME = ['5.0', '5.9', '7'];

/** Settings of a project, with the compilers that know them. TypeScript 6 says that node10 will go, and 7 has it no more. */
const MODES = [
  {
    name: 'node10 from CommonJS',
    type: 'commonjs',
    compilers: ['5.0', '5.4', '5.9'],
    options: { module: 'commonjs', moduleResolution: 'node10' },
  },
  {
    name: 'node10 from CommonJS',
    type: 'commonjs',
    compilers: ['6'],
    options: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
  },
  { name: 'CommonJS for a bundler', type: 'commonjs', compilers: ['6', '7'], options: { module: 'commonjs', moduleResolution: 'bundler' } },
  { name: 'node16 from CommonJS', type: 'commonjs', compilers: COMPILERS, options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'node16 from ESM', type: 'module', compilers: COMPILERS, options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'nodenext from CommonJS', type: 'commonjs', compilers: COMPILERS, options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { name: 'nodenext from ESM', type: 'module', compilers: COMPILERS, options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { name: 'bundler from ESM', type: 'module', compilers: COMPILERS, options: { module: 'esnext', moduleResolution: 'bundler' } },
];

const cellOf = (compiler, { name, type, options }) => ({
  name: `${compiler}, ${name}`,
  common: EVERY_TIME.includes(compiler),
  peers: true,
  files: {
    'package.json': packageOf(type),
    'tsconfig.json': {
      compilerOptions: {
        ...options,
        target: 'es2022',
        lib: ['es2022'],
        types: ['node'],
        rootDir: 'src',
        outDir: 'out',
        strict: true,
        esModuleInterop: true,
        skipLibCheck: false,
      },
      include: ['src'],
    },
    'src/toolkit.ts': ({ subject }) => subject.programs.ts,
    'src/entries.ts': importAll,
    'src/main.ts': `import { entries } from './entries.js';
import { useToolkit } from './toolkit.js';
if (entries.includes(0)) throw new Error('an entry is empty');
useToolkit().then(console.log);
`,
  },
  commands: [
    ['node', `${MODULES}/typescript-${compiler}/bin/tsc`, '-p', '.', '--pretty', 'false'],
    ['node', 'out/main.js'],
  ],
});

/** Programs of past releases, by their paths, for the last compiler that is written in JavaScript; `npm test` compiles them with ours. */
const CONSUMERS = new URL('../../consumers/', import.meta.url);
const RELEASED = Object.fromEntries(
  readdirSync(CONSUMERS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(new URL(file.replaceAll('\\', '/'), CONSUMERS), 'utf8')]),
);
const releasedCell = ({ module, moduleResolution }) => ({
  name: `5.9, programs of past releases, ${moduleResolution}`,
  common: true,
  files: {
    'package.json': packageOf('module'),
    'tsconfig.json': {
      compilerOptions: {
        module,
        moduleResolution,
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: Object.keys(RELEASED),
    },
    ...RELEASED,
  },
  commands: [['node', `${MODULES}/typescript-5.9/bin/tsc`, '-p', '.', '--pretty', 'false']],
  prints: '',
});

export const typescript = {
  name: 'typescript',
  says: 'TypeScript, strict, declarations of packages checked too',
  dependencies: pinned(...COMPILERS.map((one) => `typescript-${one}`), '@types/node', 'undici', '@opentelemetry/api'),
  cells: [
    ...MODES.flatMap((mode) => mode.compilers.map((compiler) => cellOf(compiler, mode))),
    ...[
      { module: 'node16', moduleResolution: 'node16' },
      { module: 'nodenext', moduleResolution: 'nodenext' },
      { module: 'esnext', moduleResolution: 'bundler' },
    ].map(releasedCell),
  ],
};
