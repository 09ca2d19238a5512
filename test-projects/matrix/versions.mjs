import { readFileSync } from 'node:fs';

/**
 * Every stranger's package of the matrix, with the one version that is installed. A tool of which several versions are installed at once
 * stands under a name of its own (`npm:` alias).
 */
export const VERSIONS = {
  // compilers and their parts
  'typescript-5.0': 'npm:typescript@5.0.4',
  'typescript-5.4': 'npm:typescript@5.4.5',
  'typescript-5.9': 'npm:typescript@5.9.3',
  'typescript-6': 'npm:typescript@6.0.3',
  'typescript-7': 'npm:typescript@7.0.2',
  typescript: '5.9.3',
  // the last one whose declarations TypeScript 5.0 can read
  '@types/node': '20.19.43',
  'ts-node': '10.9.2',
  tsx: '4.23.15',
  '@babel/core': '7.29.13',
  '@babel/preset-env': '7.29.14',
  '@babel/preset-typescript': '7.29.7',
  '@swc/core': '1.16.22',

  // test runners
  'ts-jest': '29.4.15',
  '@swc/jest': '0.2.39',
  vitest: '4.1.12',
  mocha: '11.8.0',
  bun: '1.4.5',

  // bundlers
  esbuild: '0.28.2',
  webpack: '5.113.0',
  'webpack-cli': '6.0.1',
  rollup: '4.68.8',
  '@rollup/plugin-commonjs': '29.0.3',
  '@rollup/plugin-json': '6.1.0',
  '@rollup/plugin-node-resolve': '16.0.3',
  vite: '7.3.8',
  '@rspack/core': '1.7.12',
  parcel: '2.16.4',
  tsup: '8.5.1',

  // frameworks
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  '@types/react': '19.3.3',
  'reflect-metadata': '0.2.2',
  rxjs: '7.8.2',

  // package managers
  'npm-10.8': 'npm:npm@10.8.2',
  'npm-11': 'npm:npm@11.21.2',
  'pnpm-12': 'npm:pnpm@12.21.0',
  'yarn-1': 'npm:yarn@1.22.22',
  'yarn-4': 'npm:@yarnpkg/cli-dist@4.18.1',

  // monitors and mocks
  express: '4.22.3',
  '@opentelemetry/api': '1.9.1',
  '@opentelemetry/instrumentation': '0.223.0',
  '@opentelemetry/instrumentation-http': '0.223.0',
  '@opentelemetry/sdk-trace-node': '2.12.1',
  'sentry-8': 'npm:@sentry/node@8.55.2',
  'sentry-9': 'npm:@sentry/node@9.47.2',
  'sentry-10': 'npm:@sentry/node@10.78.0',
  'dd-trace': '5.132.0',
  'elastic-apm-node': '4.18.0',
  newrelic: '13.20.0',
  nock: '14.0.17',
  'nock-13': 'npm:nock@13.5.6',
  msw: '2.15.0',
  '@pollyjs/core': '6.0.6',
  '@pollyjs/adapter-node-http': '6.0.6',

  // linters
  eslint: '9.39.5',
  'eslint-plugin-import': '2.32.0',

  // what an entry of ours takes
  undici: '7.30.2',

  // packages of the same kind, beside which ours stand in the table
  '@sinch/sdk-core': '1.4.0',
  openai: '6.49.0',
  stripe: '23.1.0',
  octokit: '5.0.5',
};

/** What a project may have in an older version than ours would like. */
export const ALREADY_THERE = { undici: '6.29.1', '@opentelemetry/api': '1.8.0', vitest: '2.1.9' };

/** Packages that exist in several major versions under one name, where a group wants another one than above. */
export const JEST = {
  29: { jest: '29.7.0', 'babel-jest': '29.7.0', '@jest/globals': '29.7.0', '@types/jest': '29.5.14' },
  30: { jest: '30.5.2', 'babel-jest': '30.5.2', '@jest/globals': '30.5.2', '@types/jest': '30.0.0' },
};
/** 0.81 is that of React Native up to 0.78, and reads no `exports` by itself. */
export const METRO = { 0.81: '0.81.5', 0.83: '0.83.8' };
export const NEST = {
  11: Object.fromEntries(['common', 'core', 'platform-express'].map((part) => [`@nestjs/${part}`, '11.2.10'])),
};

/** The entries of {@link VERSIONS} with these names, as dependencies of a project. */
export function pinned(...names) {
  return Object.fromEntries(
    names.map((name) => {
      const version = VERSIONS[name];
      if (version === undefined) throw new Error(`versions.mjs pins no ${name}.`);
      return [name, version];
    }),
  );
}

const runtimes = JSON.parse(readFileSync(new URL('../../runtime-tests/runtimes/package.json', import.meta.url), 'utf8'));
const suffix = `-${process.platform}-${process.arch}`;

/** Other versions of Node as packages for this machine (`node-22`, …), as the runtime tests pin them. */
export const NODES = Object.fromEntries(
  Object.entries(runtimes.optionalDependencies).flatMap(([name, version]) =>
    name.endsWith(suffix) ? [[name.slice(0, -suffix.length), version]] : [],
  ),
);
