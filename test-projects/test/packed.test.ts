import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pnpm, repository, run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'convapi-packed-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Manifest {
  name: string;
  files: string[];
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  exports: Record<string, unknown>;
}

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
};
const names = Object.keys(JOBS);
const tarballs = new Map<string, string>();

beforeAll(() => {
  for (const name of names) {
    const target = join(folder, 'tarballs', name);
    mkdirSync(target, { recursive: true });
    pnpm(['pack', '--pack-destination', target], { cwd: join(repository, 'packages', name) });
    tarballs.set(name, join(target, readdirSync(target)[0] as string));
  }
}, 120_000);

const tarballOf = (name: string) => tarballs.get(name) as string;
const manifestOf = (name: string) => JSON.parse(run('tar', ['-xOf', tarballOf(name), 'package/package.json'])) as Manifest;

/** Our packages that a package needs, itself first. */
function ownClosure(name: string): string[] {
  const needs = Object.keys(manifestOf(name).dependencies ?? {}).filter((one) => one.startsWith('@convapi/'));
  return [name, ...needs.flatMap((one) => ownClosure(one.slice('@convapi/'.length)))];
}

/** A project with one package in it; siblings come from their tarballs, only where declared. */
function projectWith(name: string, type: 'module' | 'commonjs'): string {
  const project = join(folder, `${name}-${type}`);
  mkdirSync(project);
  const siblings = ownClosure(name).slice(1);
  const overrides = Object.fromEntries(siblings.map((one) => [`@convapi/${one}`, `file:${tarballOf(one)}`]));
  const manifest = {
    name: 'consumer',
    version: '1.0.0',
    type,
    dependencies: { [`@convapi/${name}`]: `file:${tarballOf(name)}` },
    overrides,
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: project });
  return project;
}

describe.each(names)('@convapi/%s, packed and installed alone', (name) => {
  test.each(['module', 'commonjs'] as const)(
    'does its job in a project of type %s',
    (type) => {
      const project = projectWith(name, type);
      const { expression, gives } = JOBS[name] as (typeof JOBS)[string];
      const load = type === 'module' ? `import * as m from '@convapi/${name}';` : `const m = require('@convapi/${name}');`;
      writeFileSync(join(project, 'use.js'), `${load}\n(async () => { console.log(${expression}); })();\n`);
      expect(run(process.execPath, ['use.js'], { cwd: project }).trim()).toBe(gives);
      const installed = readdirSync(join(project, 'node_modules/@convapi'));
      expect(installed.sort()).toEqual([...new Set(ownClosure(name))].sort());
    },
    60_000,
  );

  test('every entry of its manifest loads, with the optional peers that some need', () => {
    const project = join(folder, `${name}-module`);
    const peers = Object.entries(manifestOf(name).peerDependencies ?? {}).map(([peer, range]) => `${peer}@${NODE_20[peer] ?? range}`);
    if (peers.length > 0) run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...peers], { cwd: project });
    const entries = Object.keys(manifestOf(name).exports).filter((entry) => !entry.endsWith('.json'));
    for (const entry of entries) run(process.execPath, ['-e', `import('@convapi/${name}${entry.slice(1)}')`], { cwd: project });
    expect(entries).toContain('.');
  }, 60_000);

  test('publint finds nothing', () => {
    expect(
      run('npx', ['--no-install', 'publint', 'run', tarballOf(name), '--strict'], { cwd: join(repository, 'test-projects') }),
    ).toContain('All good');
  });

  test('attw finds nothing, but that it is for ES modules only', () => {
    const attw = () =>
      run('npx', ['--no-install', 'attw', tarballOf(name), '--profile', 'esm-only', '--no-emoji'], {
        cwd: join(repository, 'test-projects'),
      });
    expect(attw).not.toThrow();
  });

  test('holds no source, no test, and no address of a machine', () => {
    const files = run('tar', ['-tf', tarballOf(name)])
      .trim()
      .split('\n');
    for (const file of files)
      expect(file).toMatch(/^package\/(dist\/.+\.(js|d\.ts)|src\/generated\/[\w.]+\.json|package\.json|README\.md|LICENSE)$/);
  });
});

test('manifests promise what the house wants', () => {
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
