import { LINE } from '../harness/subjects.mjs';
import { JEST, NEST, pinned } from '../versions.mjs';
import { MODULES, packageOf } from './shared.mjs';

const route = (runtime) => `import { useToolkit } from '../../toolkit.mjs';
export const runtime = '${runtime}';
export const dynamic = 'force-dynamic';
export const GET = async () => new Response(await useToolkit());
`;

/** Starts what was built on a free port, asks both routes, and ends it. */
const ASK_BOTH = `const { spawn } = require('node:child_process');
const { createServer } = require('node:net');
const free = createServer().listen(0, '127.0.0.1', () => {
  const { port } = free.address();
  free.close(() => ask(port));
});
async function ask(port) {
  const child = spawn(process.execPath, ['${MODULES}/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready')) break;
  const answers = await Promise.all(['node', 'edge'].map(async (path) => (await fetch('http://127.0.0.1:' + port + '/' + path)).text()));
  child.kill('SIGKILL');
  console.log(answers.every((one) => one === '${LINE}') ? 'both: ${LINE}' : answers.map((one) => one.slice(0, 300)));
}
`;

export const next = {
  name: 'next',
  says: 'Next.js: built and started, a route on Node and one on the edge runtime',
  dependencies: pinned('next', 'react', 'react-dom'),
  env: { NEXT_TELEMETRY_DISABLED: '1' },
  files: {
    'package.json': packageOf(undefined),
    'next.config.mjs': "export default { turbopack: { root: new URL('../..', import.meta.url).pathname } };\n",
    'toolkit.mjs': ({ subject }) => subject.programs.mjs,
    'app/layout.jsx': 'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    'app/page.jsx': 'export default function Page() {\n  return <p>Hello</p>;\n}\n',
    'app/node/route.js': route('nodejs'),
    'app/edge/route.js': route('edge'),
    'ask.cjs': ASK_BOTH,
  },
  cells: ['turbopack', 'webpack'].map((bundler) => ({
    name: `Next.js 16, ${bundler}`,
    peers: true,
    commands: [
      ['node', `${MODULES}/next/dist/bin/next`, 'build', `--${bundler}`],
      ['node', 'ask.cjs'],
    ],
    prints: `both: ${LINE}`,
  })),
};

/** What `nest new` wrote up to version 10, and what most Nest projects still have. */
const TSCONFIG = {
  compilerOptions: {
    module: 'commonjs',
    declaration: true,
    removeComments: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    allowSyntheticDefaultImports: true,
    target: 'ES2021',
    sourceMap: true,
    rootDir: './src',
    outDir: './dist',
    incremental: true,
    skipLibCheck: true,
    strictNullChecks: true,
    types: ['node', 'jest'],
  },
};

const MODULE = `import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { useToolkit } from './toolkit';

@Injectable()
export class Messages {
  send(): Promise<string> {
    return useToolkit();
  }
}

@Controller()
export class AppController {
  constructor(private readonly messages: Messages) {}

  @Get()
  send(): Promise<string> {
    return this.messages.send();
  }
}

@Module({ controllers: [AppController], providers: [Messages] })
export class AppModule {}
`;

export const nest = {
  name: 'nest',
  says: 'NestJS with the tsconfig of its template (module commonjs)',
  dependencies: {
    ...NEST[11],
    ...JEST[29],
    ...pinned('reflect-metadata', 'rxjs', 'typescript', '@types/node', '@swc/core', '@swc/jest', 'ts-jest'),
  },
  files: {
    'package.json': packageOf('commonjs'),
    'tsconfig.json': TSCONFIG,
    'src/toolkit.ts': ({ subject }) => subject.programs.ts,
    'src/app.module.ts': MODULE,
    'src/app.spec.ts': `import { NestFactory } from '@nestjs/core';
import { AppController, AppModule } from './app.module';

test('the program does its job', async () => {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  expect(await app.get(AppController).send()).toBe('${LINE}');
  await app.close();
});
`,
    'src/main.ts': `import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function main() {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  console.log(await (await fetch(await app.getUrl())).text());
  await app.close();
}
main();
`,
  },
  cells: [
    {
      name: 'NestJS 11, tsc',
      commands: [
        ['node', `${MODULES}/typescript/bin/tsc`, '-p', '.'],
        ['node', 'dist/main.js'],
      ],
    },
    ...[
      ['ts-jest', 'ts-jest'],
      [
        '@swc/jest',
        [
          '@swc/jest',
          { jsc: { parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true } } },
        ],
      ],
    ].map(([tool, transform]) => ({
      name: `NestJS 11, its tests by ${tool}`,
      files: {
        'jest.config.json': {
          rootDir: 'src',
          testRegex: '.*\\.spec\\.ts$',
          testEnvironment: 'node',
          transform: { '^.+\\.(t|j)s$': transform },
        },
      },
      commands: [['node', `${MODULES}/jest/bin/jest.js`]],
      prints: '1 passed',
    })),
  ].map((cell) => ({ peers: true, ...cell })),
};
