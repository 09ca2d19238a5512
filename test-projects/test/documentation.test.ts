import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf, isForPages, programsOf } from './documented-blocks.ts';
import { read, readmes, SITE, sitePages, taskPages } from './documents.ts';
import { repository, run } from './run.ts';

/** Compiled where the site compiles them: its package has the frameworks that programs import. */
const folder = join(repository, 'apps/docs/.documentation');
/** The sample app is no dependency of the site. */
const inboxFolder = join(repository, 'test-projects/.documentation');
const INBOX = 'apps/inbox/README.md';

const otherPages = [
  ...readdirSync(join(repository, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
  ...['AGENTS.md', 'packages/client/AGENTS.md', 'CODE_OF_CONDUCT.md', 'CONTRIBUTING.md', 'SECURITY.md', 'SUPPORT.md'],
  ...['docs/architecture.md', 'docs/emulator.md'],
];
const pages = [...readmes, ...otherPages, ...sitePages];

/** READMEs are short: what is long has a page of the site. */
const MOST_LINES = 120;
const MOST_LINES_OF_ROOT = 130;

const sources = ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'handset', 'emulator', 'migrate'].flatMap((name) =>
  filesBelow(`packages/${name}/src`),
);

/** The TypeScript files below a folder, the generated ones left out. */
function filesBelow(parent: string): string[] {
  const names = readdirSync(join(repository, parent), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.includes('generated')).map((name) => `${parent}/${name}`);
}

/** The programs in the comments of a source. */
function programsInComments(file: string): string[] {
  const plain = read(file).replace(/^ *\* ?/gm, '');
  return [...plain.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, program]) => program as string);
}

const programs = pages.flatMap(programsOf);

/** Does it import what others made? Their declarations are not checked, only how they are used. */
function usesOthers(code: string): boolean {
  return [...code.matchAll(/from '([^']+)'|^import '([^']+)'/gm)].some(([, one = '', two = '']) => !/^(@convapi\/|node:)/.test(one + two));
}

beforeAll(() => {
  for (const one of [folder, inboxFolder]) mkdirSync(one, { recursive: true });
});
afterAll(() => {
  for (const one of [folder, inboxFolder]) rmSync(one, { recursive: true, force: true });
});

/** Compiles programs together, and gives what the compiler says. */
function compile(parent: string, name: string, codes: { page: string; code: string }[], options: object): string {
  const place = join(parent, name);
  mkdirSync(place, { recursive: true });
  codes.forEach(({ page, code }, index) => {
    writeFileSync(join(place, `${page.replaceAll('/', '-').replace(/\.\w+$/, '')}-${index}.ts`), `${code}\nexport {};\n`);
  });
  const compilerOptions = { strict: true, noEmit: true, target: 'ES2022', ...options };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  return run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', place]);
}

const ON_NODE = { module: 'NodeNext', lib: ['ES2023'], types: ['node'] };

test('every program in the documentation and in comments compiles as that of a strict customer', () => {
  const commented = sources.flatMap((page) => programsInComments(page).map((code) => ({ page, code })));
  const own = [...programs.filter((one) => !isForPages(one) && !usesOthers(one.code)), ...commented];
  expect(own.length).toBeGreaterThan(150);
  const inInbox = own.filter(({ page }) => page === INBOX);
  expect(
    compile(
      folder,
      'own',
      own.filter((one) => !inInbox.includes(one)),
      ON_NODE,
    ),
  ).toBe('');
  expect(compile(inboxFolder, 'own', inInbox, ON_NODE)).toBe('');
}, 60_000);

test('programs with frameworks compile with the types of the frameworks', () => {
  const framed = programs.filter((one) => !isForPages(one) && usesOthers(one.code));
  for (const name of ['express', 'fastify', '@nestjs/core', 'hono', 'koa', 'undici', '@playwright/test']) {
    expect(
      framed.some(({ code }) => code.includes(`from '${name}'`)),
      name,
    ).toBe(true);
  }
  const options = { ...ON_NODE, lib: ['ES2023', 'DOM'], skipLibCheck: true, experimentalDecorators: true, emitDecoratorMetadata: true };
  expect(compile(folder, 'framed', framed, options)).toBe('');
}, 60_000);

test('programs for web pages compile as those of a strict customer with a bundler', () => {
  const forPages = programs.filter(isForPages);
  expect(forPages.length).toBeGreaterThan(3);
  expect(compile(folder, 'pages', forPages, { module: 'ESNext', moduleResolution: 'bundler', types: [] })).toBe('');
}, 60_000);

test('no program stands twice: what a README has is not on a page', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  const startOf = (readme: string) => programsOf(readme)[0]?.code;
  const firsts = new Set(readmes.map(startOf));
  for (const { page, code } of programs) {
    if (firsts.has(code)) continue;
    const other = seen.get(code);
    if (other !== undefined) twice.push(`${other} and ${page}: ${code.split('\n').find((line) => !line.startsWith('import'))}`);
    seen.set(code, page);
  }
  expect(twice).toEqual([]);
});

describe.each(sitePages)('%s', (page) => {
  test('has a title and a sentence that says what it is for', () => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---/.exec(read(page)) ?? [];
    expect(front).toMatch(/^(title: .+|layout: home)$/m);
    if (!front.includes('layout: home')) expect(front).toMatch(/^description: .+\.$/m);
  });
});

describe.each(taskPages)('%s', (page) => {
  test('says of each shell block that it is run, or why it is not', () => {
    const isInstall = (code: string) => code.split('\n').every((line) => line === '' || line.startsWith('npm install '));
    const silent = blocksOf(page).filter(
      ({ language, code, isRun, whyNotRun }) => language === 'sh' && !isInstall(code) && !isRun && !whyNotRun,
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});

/** A link as a file of the repository. A page of the site may name another from the root of the site, and without `.md`. */
function fileOf(page: string, target: string): string | undefined {
  const path = target.startsWith('/') ? join(SITE, target) : join(dirname(page), target);
  if (!page.startsWith(SITE)) return existsSync(join(repository, path)) ? path : undefined;
  const candidates = [path, `${path}.md`, join(path, 'index.md'), join(SITE, 'public', target)];
  return candidates.find((one) => statSync(join(repository, one), { throwIfNoEntry: false })?.isFile());
}

/** The generated reference is there only once it was generated; the build of the site looks at links to it. */
const isReference = (target: string) => /(^|\/)reference\//.test(target);

describe.each(pages)('%s', (page) => {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  const linksOf = (pattern: RegExp) => [...text.matchAll(pattern)].filter(([, target = '']) => !isReference(target));

  test('links to files that exist', () => {
    const targets = linksOf(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g).map(([, target]) => target as string);
    // these two are made with the site, whose own tests look for them
    const missing = targets.filter((target) => fileOf(page, target) === undefined && !/^\/llms(-full)?\.txt$/.test(target));
    expect(missing).toEqual([]);
  });

  test('links to headings that exist', () => {
    const links = linksOf(/\]\((?!https?:)([^)#]*)#([^)]*)\)/g);
    const missing = links.filter(([, file = '', anchor = '']) => {
      const target = file === '' ? page : (fileOf(page, file) ?? '');
      return !anchorsOf(target, page.startsWith(SITE)).includes(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  test('names no package that is not ours: who runs `npx` trusts the name', () => {
    expect(read(page).match(/\bnpx (-\S+ )*convapi\S*/g)).toBeNull();
  });
});

/** The anchors of the headings of a page, as the site makes them, or as GitHub does. */
function anchorsOf(page: string, onSite: boolean): string[] {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  const toAnchor = onSite ? siteAnchor : gitHubAnchor;
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => /\{#([\w-]+)\}$/.exec(heading)?.[1] ?? toAnchor(heading));
}

function gitHubAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** As VitePress does. */
function siteAnchor(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}

/** A cell of more characters is no line of a table, but a paragraph. Addresses of links are not read. */
const LONGEST_CELL = 160;

describe.each([...readmes, 'AGENTS.md', 'packages/client/AGENTS.md', 'SUPPORT.md', ...sitePages])('%s', (page) => {
  const text = read(page);

  test('has no cell of a table that is a paragraph', () => {
    const cells = text.split('\n').flatMap((line) => (line.startsWith('|') ? line.split(/(?<!\\)\|/) : []));
    const seen = cells.map((cell) => cell.trim().replace(/\]\([^)]*\)/g, ']'));
    expect(seen.filter((cell) => cell.length > LONGEST_CELL)).toEqual([]);
  });

  test('uses the words of the field', () => {
    expect(text.match(/\b(house|road|room|door)s?\b/gi)).toBeNull();
  });
});

test('READMEs are short', () => {
  const lengths = readmes.map((page) => ({ page, lines: read(page).trimEnd().split('\n').length }));
  const long = lengths.filter(({ page, lines }) => lines > (page === 'README.md' ? MOST_LINES_OF_ROOT : MOST_LINES));
  expect(long).toEqual([]);
});

test('the help of no command names a package that is not ours', () => {
  const texts = [...sources, 'test-projects/curl/common.sh'].map((file) => [file, read(file)] as const);
  const bare = texts.filter(([, text]) => /\bnpx (-\S+ )*convapi|Usage: convapi|Run convapi/.test(text));
  expect(bare.map(([file]) => file)).toEqual([]);
});

test('the first screen of the repository installs, and has a whole program', () => {
  const lines = read('README.md').split('\n').slice(0, 30);
  expect(lines.findIndex((line) => line.startsWith('npm install'))).toBeGreaterThan(0);
  expect(lines.filter((line) => line === '```')).toHaveLength(2);
});

test('the badges of the repository say what its manifest and its workflows say', () => {
  const page = read('README.md');
  const { license, engines } = JSON.parse(read('package.json'));
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
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = /(?<=^|`|\$ )(?:(p)?npm) (?:run )?([a-z][\w:]*)/gm;
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(commands)].map(([command, isPnpm, script]) => ({ page, command, isPnpm, script })),
  );
  const wrong = named.filter(({ command, isPnpm, script = '' }) =>
    isPnpm ? script in scripts || script === 'exec' : command.startsWith('npm run ') && !(script in scripts),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(wrong.map(({ page, command }) => `${page}: ${command}`)).toEqual([]);
});

test('every package has a page with a program in its first 30 lines', () => {
  for (const name of ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'handset', 'emulator', 'migrate']) {
    const start = read(`packages/${name}/README.md`)
      .split('\n')
      .findIndex((line) => line.startsWith('```ts'));
    expect(start, name).toBeGreaterThan(0);
    expect(start, name).toBeLessThan(30);
  }
});
