import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from './run.ts';

const folder = join(repository, 'test-projects/.documentation');
const list = (parent: string) => readdirSync(join(repository, parent)).map((name) => `${parent}/${name}`);
const pages = [
  'README.md',
  ...['packages', 'apps'].flatMap(list).map((one) => `${one}/README.md`),
  ...list('docs/decisions'),
  'AGENTS.md',
  'packages/client/AGENTS.md',
  'CODE_OF_CONDUCT.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'SUPPORT.md',
  'docs/architecture.md',
  'docs/emulator.md',
  'postman/README.md',
  'test-projects/README.md',
  'examples/README.md',
  ...list('examples').map((one) => `${one}/README.md`),
].filter((page) => existsSync(join(repository, page)));
const ownPages = [...pages, 'test-projects/README.md', 'runtime-tests/README.md'];

/** Its programs run in a page. */
const HANDSET = 'packages/handset/README.md';

const sources = ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'handset', 'emulator'].flatMap((name) =>
  filesBelow(`packages/${name}/src`),
);

/** The TypeScript files below a folder, the generated ones left out. */
function filesBelow(parent: string): string[] {
  const names = readdirSync(join(repository, parent), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.includes('generated')).map((name) => `${parent}/${name}`);
}

/** The programs on a page: each ```ts block; in a source, those of its comments. */
function programsOf(page: string): string[] {
  const text = readFileSync(join(repository, page), 'utf8');
  const plain = page.endsWith('.ts') ? text.replace(/^ *\* ?/gm, '') : text;
  return [...plain.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, program]) => program as string);
}

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every program in the documentation and in comments compiles as that of a strict customer', () => {
  let count = 0;
  for (const page of [...pages, ...sources].filter((one) => one !== HANDSET)) {
    for (const program of programsOf(page)) {
      count += 1;
      const name = `${page.replaceAll('/', '-').replace(/\.\w+$/, '')}-${count}.ts`;
      writeFileSync(join(folder, name), `${program}\nexport {};\n`);
    }
  }
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023'],
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  expect(count).toBeGreaterThan(100);
  expect(run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder])).toBe('');
}, 60_000);

test('programs for pages compile as those of a strict customer with a bundler', () => {
  const programs = programsOf(HANDSET);
  const inPages = join(folder, 'pages');
  mkdirSync(inPages, { recursive: true });
  programs.forEach((program, index) => {
    writeFileSync(join(inPages, `program-${index}.ts`), `${program}\nexport {};\n`);
  });
  const compilerOptions = { strict: true, noEmit: true, module: 'ESNext', moduleResolution: 'bundler', target: 'ES2022', types: [] };
  writeFileSync(join(inPages, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  expect(programs.length).toBeGreaterThan(3);
  expect(run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', inPages])).toBe('');
}, 60_000);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8');

  test('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target as string);
    const missing = targets.filter((target) => !existsSync(join(repository, page, '..', target)));
    expect(missing).toEqual([]);
  });

  test('links to headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)#([^)]*)\)/g)];
    const missing = links.filter(([, file = '', anchor]) => !anchorsOf(file === '' ? page : join(page, '..', file)).includes(anchor ?? ''));
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  test('names no package that is not ours: who runs `npx` trusts the name', () => {
    expect(text.match(/\bnpx (-\S+ )*convapi\S*/g)).toBeNull();
  });
});

/** The anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const text = readFileSync(join(repository, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A cell of more characters is no line of a table, but a paragraph. */
const LONGEST_CELL = 160;

describe.each(pages.filter((page) => /(README|AGENTS|SUPPORT)\.md$/.test(page)))('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8');

  test('has no cell of a table that is a paragraph', () => {
    const cells = text.split('\n').flatMap((line) => (line.startsWith('|') ? line.split(/(?<!\\)\|/) : []));
    expect(cells.map((cell) => cell.trim()).filter((cell) => cell.length > LONGEST_CELL)).toEqual([]);
  });

  test('uses the words of the field', () => {
    expect(text.match(/\b(house|road|room|door)s?\b/gi)).toBeNull();
  });
});

test('the help of no command names a package that is not ours', () => {
  const texts = [...sources, 'test-projects/curl/common.sh'].map((file) => [file, readFileSync(join(repository, file), 'utf8')] as const);
  const bare = texts.filter(([, text]) => /\bnpx (-\S+ )*convapi|Usage: convapi|Run convapi/.test(text));
  expect(bare.map(([file]) => file)).toEqual([]);
});

test('the first screen of the repository installs, and has a whole program', () => {
  const lines = readFileSync(join(repository, 'README.md'), 'utf8').split('\n').slice(0, 30);
  expect(lines.findIndex((line) => line.startsWith('npm install'))).toBeGreaterThan(0);
  expect(lines.filter((line) => line === '```')).toHaveLength(2);
});

test('the badges of the repository say what its manifest and its workflows say', () => {
  const page = readFileSync(join(repository, 'README.md'), 'utf8');
  const { license, engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const badges = [...page.matchAll(/\[!\[([^\]]+)\]\(([^)]+)\)\]\(([^)]+)\)/g)].map(([, words = '', picture = '', target = '']) => ({
    words,
    picture: decodeURIComponent(picture),
    target,
  }));
  expect(badges.map(({ words }) => words)).toEqual(['checks', `license: ${license}`, `Node.js ${engines.node}`]);
  const [checks, licensed, node] = badges;
  expect(checks?.picture).toMatch(/\/actions\/workflows\/checks\.yml\/badge\.svg$/);
  expect(existsSync(join(repository, '.github/workflows/checks.yml'))).toBe(true);
  expect(licensed?.picture).toContain(`license-${license}-`);
  expect(node?.picture).toContain(`Node.js-${engines.node}-`);
});

test('every command of the repository that a page names is a script of it, and none needs a pnpm that is installed globally', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const commands = /(?<=^|`|\$ )(?:(p)?npm) (?:run )?([a-z][\w:]*)/gm;
  const named = ownPages.flatMap((page) =>
    [...readFileSync(join(repository, page), 'utf8').matchAll(commands)].map(([command, isPnpm, script]) => ({
      page,
      command,
      isPnpm,
      script,
    })),
  );
  const wrong = named.filter(({ command, isPnpm, script = '' }) =>
    isPnpm ? script in scripts || script === 'exec' : command.startsWith('npm run ') && !(script in scripts),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(wrong.map(({ page, command }) => `${page}: ${command}`)).toEqual([]);
});

test('every package has a page with a program in its first 30 lines', () => {
  for (const name of ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'handset', 'emulator']) {
    const page = readFileSync(join(repository, 'packages', name, 'README.md'), 'utf8');
    const start = page.split('\n').findIndex((line) => line.startsWith('```ts'));
    expect(start, name).toBeGreaterThan(0);
    expect(start, name).toBeLessThan(30);
  }
});
