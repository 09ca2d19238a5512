import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

test('the licence of the library that is built in comes with the package', () => {
  const [entry] = createRequire(import.meta.url)
    .resolve('openapi-fetch')
    .split(`${join('dist', '')}`);
  const licence = readFileSync(join(entry ?? '', 'LICENSE'), 'utf8').trim();
  const shipped = readFileSync(join(dirname(import.meta.dirname), 'THIRD-PARTY.md'), 'utf8');
  expect(licence).toContain('Permission is hereby granted');
  expect(shipped).toContain(licence);
});
