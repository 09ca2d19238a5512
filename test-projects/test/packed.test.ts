import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NPM_QUIETLY, type PackedPackages, packPackages } from './packed-packages.ts';
import { repository, run } from './run.ts';

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
  emulator: {
    expression: `await m.startEmulator().then(async (one) => { const { status } = await fetch(one.url + '/_emulator'); await one.close(); return status; })`,
    gives: '200',
  },
};
const installed = (command: string) => join(repository, 'test-projects/node_modules/.bin', command);
const names = Object.keys(JOBS);
let packed: PackedPackages;

beforeAll(() => {
  packed = packPackages(names);
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
    // as on AWS Lambda and Vercel
    expect(run(process.execPath, ['--no-experimental-require-module', 'use.js'], { cwd: project }).trim()).toBe(gives);
  });

  test('every entry of its manifest loads, with the optional peers that some need', () => {
    const peers = Object.entries(packed.manifestOf(name).peerDependencies ?? {}).map(
      ([peer, range]) => `${peer}@${NODE_20[peer] ?? range}`,
    );
    if (peers.length > 0) run('npm', ['install', '--no-save', ...NPM_QUIETLY, ...peers], { cwd: project });
    const entries = Object.keys(packed.manifestOf(name).exports).filter((entry) => !entry.endsWith('.json'));
    for (const entry of entries) {
      const id = `@convapi/${name}${entry.slice(1)}`;
      const load = `Promise.all([import('${id}'), require('${id}')]).then(([a, b]) => console.log(Object.keys(a).filter((key) => !(key in b))))`;
      expect(run(process.execPath, ['--no-experimental-require-module', '-e', load], { cwd: project }).trim()).toBe('[]');
    }
    expect(entries).toContain('.');
  }, 120_000);

  test('publint finds nothing', () => {
    expect(run(installed('publint'), ['run', packed.tarballOf(name), '--strict'], { cwd: join(repository, 'test-projects') })).toContain(
      'All good',
    );
  });

  test('attw finds nothing in any mode: node10, node16 from CommonJS and from ES modules, bundler', () => {
    expect(
      run(installed('attw'), [packed.tarballOf(name), '--profile', 'strict', '--no-emoji'], {
        cwd: join(repository, 'test-projects'),
      }),
    ).toContain('No problems found');
  });

  test('every entry has a folder of its own, for resolvers that do not read exports', () => {
    const { main, types, exports } = packed.manifestOf(name);
    const entries = Object.entries(exports).filter(([entry]) => !entry.endsWith('.json'));
    for (const [entry, { require: target }] of entries as [string, { require: { types: string; default: string } }][]) {
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
        /^package\/(dist\/.+\.(js|cjs|d\.ts|d\.cts)|dist\/postman\.json|dist\/console\/[\w./-]+|(batch\.)?openapi\.json|([\w-]+\/){0,2}package\.json|README\.md|THIRD-PARTY\.md|LICENSE)$/,
      );
  });
});

test('manifests promise the same for all packages', () => {
  for (const name of names) {
    const manifest = JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      type: 'module',
      sideEffects: false,
      license: 'MIT',
      engines: { node: '>=20.19' },
      publishConfig: { access: 'public', provenance: true },
    });
  }
});
