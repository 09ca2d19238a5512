import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as entry from '../src/index.ts';

it('exports these values and no others', () => {
  expect(Object.keys(entry).sort()).toStrictEqual([
    'MessageError',
    'askLocation',
    'calendar',
    'call',
    'card',
    'carousel',
    'choice',
    'contactInfo',
    'isMessageError',
    'link',
    'list',
    'location',
    'media',
    'pin',
    'reply',
    'template',
    'text',
    'toContact',
    'toIdentities',
  ]);
});

it('imports nothing at run time but its own files', async () => {
  const folder = new URL('../src/', import.meta.url);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const code = await readFile(new URL(name, folder), 'utf8');
    const own = /^(import|export) .* from '\.{1,2}\//;
    // The lines of examples start with " * ", so only the file's own imports are looked at.
    const foreign = code
      .split('\n')
      .filter((line) => /^(import|export) .* from /.test(line) && !own.test(line) && !line.startsWith('import type '));
    expect(foreign, name).toStrictEqual([]);
  }
});
