import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run } from './run.ts';

const main = join(repository, 'packages/codegen/dist/api/main.js');

test('the API reports are what customers see; a difference is named, and whether it breaks', () => {
  // Fails with the differences and "Run pnpm api:update", see packages/codegen/src/api/main.ts
  expect(run(process.execPath, [main, '--check'])).toBe('');
}, 120_000);

test('every entry of every package has a report, which goes into no package', () => {
  for (const name of ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator', 'migrate']) {
    const folder = join(repository, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      exports: Record<string, unknown>;
      files: string[];
    };
    const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
      typeof target === 'object' && !path.startsWith('./internal/') ? [path] : [],
    );
    for (const entry of entries) {
      const report = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '+');
      expect(existsSync(join(folder, 'api', `${report}.api.d.ts`)), `${name} ${entry}`).toBe(true);
    }
    expect(manifest.files).not.toContain('api');
  }
});
