import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NPM_QUIETLY, type PackedPackages, packToFolder } from '../packed-packages.ts';
import { repository, run } from '../run.ts';

/** Peers whose newest version needs a newer Node than ours. */
const NODE_20: Record<string, string> = { undici: '7' };

/** What each package does, as one expression over its exports, and what that gives. */
const JOBS: Record<string, { expression: string; gives: string }> = {
  core: { expression: `new m.ApiError('no', { status: 404 }).name + ' ' + m.REGIONS.length`, gives: 'ApiError 3' },
  auth: {
    expression: `(await m.basicAuth({ keyId: 'a', keySecret: 'b' }).headers({ url: 'https://example.com' })).authorization`,
    gives: 'Basic YTpi',
  },
  client: {
    expression: `(await m.createConversationClient({ projectId: 'p', region: 'eu', auth: { headers: async () => ({}) }, fetch: async (url) => Response.json({ id: String(url) }) }).apps.get('01')).id`,
    gives: 'https://eu.conversation.api.sinch.com/v1/projects/p/apps/01',
  },
  'webhook-verifier': {
    expression: `(await m.createWebhookVerifier({ secrets: ['s'] }).verify('{"message":{}}', await m.signWebhook({ body: '{"message":{}}', secret: 's' }))).trigger`,
    gives: 'MESSAGE_INBOUND',
  },
  'message-builder': { expression: `m.card({ title: 'Order 17', choices: [m.reply('Track')] }).card_message.title`, gives: 'Order 17' },
  handset: { expression: `m.lookOf('WHATSAPP').caption + ' ' + typeof m.Phone`, gives: 'WhatsApp-like function' },
  emulator: {
    expression: `await m.startEmulator().then(async (one) => { const { status } = await fetch(one.url + '/_emulator'); await one.close(); return status; })`,
    gives: '200',
  },
  migrate: {
    expression: `m.migrateTexts(new Map([['a.js', "import { ConversationRegion } from '@sinch/sdk-core';\\nconst region = ConversationRegion.EUROPE;"]])).changes[0].after`,
    gives: `const region = 'eu';`,
  },
};
const HOME = 'https://github.com/convapi/convapi';
/** Every one that attw knows. */
const MODES = ['node10', 'node16-cjs', 'node16-esm', 'bundler'];

const installed = (command: string) => join(repository, 'test-projects/node_modules/.bin', command);
/** Made for pages: ES modules only, as its peer Preact is, and entries that do something by being loaded. See docs/decisions/0047. */
const FOR_PAGES = { name: 'handset', sideEffects: ['./dist/element.mjs', './dist/styles.css'] };
/** Where `require()` of ES modules is off, as on AWS Lambda and Vercel. */
const flagsFor = (name: string) => (name === FOR_PAGES.name ? [] : ['--no-experimental-require-module']);
const names = Object.keys(JOBS);
let packed: PackedPackages;

beforeAll(() => {
  packed = packToFolder();
}, 120_000);
afterAll(() => packed.remove());

describe.each(names)('@convapi/%s, packed and installed alone', (name) => {
  let project: string;
  beforeAll(() => {
    project = packed.install(name, [name]);
  }, 120_000);

  test('brings what it needs of ours, and no more', () => {
    expect(readdirSync(join(project, 'node_modules/@convapi')).sort()).toEqual([...new Set(packed.ownClosure(name))].sort());
  });

  test.each(['module', 'commonjs'] as const)('does its job in a project of type %s, without require() of ES modules', (type) => {
    const manifest = join(project, 'package.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), type }));
    const { expression, gives } = JOBS[name] as (typeof JOBS)[string];
    const load = type === 'module' ? `import * as m from '@convapi/${name}';` : `const m = require('@convapi/${name}');`;
    writeFileSync(join(project, 'use.js'), `${load}\n(async () => { console.log(${expression}); })();\n`);
    expect(run(process.execPath, [...flagsFor(name), 'use.js'], { cwd: project }).trim()).toBe(gives);
  });

  test('every entry of its manifest loads, with the optional peers that some need', () => {
    const peers = Object.entries(packed.manifestOf(name).peerDependencies ?? {}).map(
      ([peer, range]) => `${peer}@${NODE_20[peer] ?? range}`,
    );
    if (peers.length > 0) run('npm', ['install', '--no-save', ...NPM_QUIETLY, ...peers], { cwd: project });
    const entries = Object.keys(packed.manifestOf(name).exports).filter((entry) => !/\.(json|css)$/.test(entry));
    for (const entry of entries) {
      const id = `@convapi/${name}${entry.slice(1)}`;
      const load = `Promise.all([import('${id}'), require('${id}')]).then(([a, b]) => console.log(Object.keys(a).filter((key) => !(key in b))))`;
      expect(run(process.execPath, [...flagsFor(name), '-e', load], { cwd: project }).trim()).toBe('[]');
    }
    expect(entries).toContain('.');
  }, 120_000);

  test('publint finds nothing', () => {
    expect(run(installed('publint'), ['run', packed.tarballOf(name), '--strict'], { cwd: join(repository, 'test-projects') })).toContain(
      'All good',
    );
  });

  // in this process: its compiler is loaded once for all packages
  test('attw finds nothing in any mode: node10, node16 from CommonJS and from ES modules, bundler', async () => {
    const isForPages = name === FOR_PAGES.name;
    const excludeEntrypoints = isForPages ? ['./styles.css'] : [];
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarballOf(name))), { excludeEntrypoints });
    expect(analysis).toMatchObject({ types: { kind: 'included' } });
    const problems = analysis.types ? analysis.problems : [];
    expect(problems.filter(({ kind }) => !(isForPages && kind === 'CJSResolvesToESM'))).toEqual([]);
    expect(Object.keys(analysis.types ? (analysis.entrypoints['.']?.resolutions ?? {}) : {})).toEqual(MODES);
  }, 60_000);

  test('every entry has a folder of its own, for resolvers that do not read exports', () => {
    const { main, types, exports } = packed.manifestOf(name);
    const entries = Object.entries(exports).filter(([entry]) => !/\.(json|css)$/.test(entry));
    type Target = { types: string; default: string };
    for (const [entry, either] of entries as [string, Target | { require: Target }][]) {
      const target = 'require' in either ? either.require : either;
      const folder = join(project, 'node_modules/@convapi', name, entry);
      const legacy = entry === '.' ? { main, types } : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      // without `#` imports, which such resolvers do not know either
      expect(readFileSync(join(folder, legacy.main), 'utf8')).not.toMatch(/require\("#/);
      expect(basename(legacy.main)).toBe(basename(target.default));
      expect(realpathSync(join(folder, legacy.types))).toBe(realpathSync(join(folder, relative(entry, target.types))));
    }
  });

  test('holds no source, no test, and no address of a machine', () => {
    const files = run('tar', ['-tf', packed.tarballOf(name)])
      .trim()
      .split('\n');
    for (const file of files)
      expect(file).toMatch(
        /^package\/(dist\/.+\.(js|cjs|mjs|css|d\.ts|d\.cts)|dist\/postman\.json|dist\/console\/[\w./-]+|(batch\.)?openapi\.json|([\w-]+\/){0,2}package\.json|README\.md|AGENTS\.md|THIRD-PARTY\.md|LICENSE)$/,
      );
    expect(files).toEqual(expect.arrayContaining(['package/LICENSE', 'package/README.md']));
  });
});

test('npm has nothing but core to install for the message builder, whatever runner its matcher is for', () => {
  const { dependencies, peerDependencies } = packed.manifestOf('message-builder');
  expect(Object.keys(dependencies ?? {})).toEqual(['@convapi/core']);
  expect(peerDependencies).toBeUndefined();
});

test('phones are drawn by the oldest Preact that they take', () => {
  const project = packed.install('oldest-preact', ['handset', 'message-builder'], 'module', [
    'preact@10.25.0',
    'preact-render-to-string@6',
  ]);
  const program = `import { Phone } from '@convapi/handset';
import { render, text } from '@convapi/message-builder';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
const entries = [{ id: '1', rendered: render(text('Hello'), 'RCS') }];
console.log(renderToString(h(Phone, { channel: 'RCS', entries, onText() {} })).match(/Hello|RCS message/g).join(', '));
`;
  writeFileSync(join(project, 'draw.js'), program);
  expect(run(process.execPath, ['draw.js'], { cwd: project }).trim()).toBe('Hello, RCS message');
}, 120_000);

test('manifests promise the same for all packages', () => {
  for (const name of names) {
    const manifest = JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      type: 'module',
      sideEffects: name === FOR_PAGES.name ? FOR_PAGES.sideEffects : false,
      license: 'MIT',
      engines: { node: '>=20.19' },
      publishConfig: { access: 'public', provenance: true },
      homepage: `${HOME}/tree/main/packages/${name}#readme`,
      bugs: `${HOME}/issues`,
      repository: { type: 'git', url: `git+${HOME}.git`, directory: `packages/${name}` },
    });
    expect(manifest.description, name).toMatch(/\w{3}/);
    expect(manifest.keywords, name).toEqual(expect.arrayContaining(['sinch', 'conversation-api']));
    // what somebody searches for who does not know the name
    expect(new Set(manifest.keywords).size, name).toBeGreaterThanOrEqual(5);
  }
});

test('coding agents find their page in the package that every program installs', () => {
  const files = run('tar', ['-tf', packed.tarballOf('client')]).split('\n');
  expect(files).toContain('package/AGENTS.md');
});
