import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { repository, run } from './run.ts';

/** The rules of the repository, over a package of two files. */
const copy = mkdtempSync(join(tmpdir(), 'convapi-circles-'));
const folder = join(copy, 'packages/any/src');
mkdirSync(folder, { recursive: true });
for (const name of ['biome.json', '.gitignore']) copyFileSync(join(repository, name), join(copy, name));
cpSync(join(repository, 'scripts/lint'), join(copy, 'scripts/lint'), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

function lint(): string {
  return run(join(repository, 'node_modules/.bin/biome'), ['lint', '--colors=off', 'packages'], { cwd: copy });
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, `${name}.ts`), `${text}\n`);
}

describe('imports', () => {
  test('may go one way', () => {
    write('one', "import { other } from './other.ts';\n\nexport const one = other;");
    write('other', 'export const other = 1;');
    expect(lint).not.toThrow();
  });

  test('of values in a circle are refused', () => {
    write('one', "import { other } from './other.ts';\n\nexport const one = () => other;");
    write('other', "import { one } from './one.ts';\n\nexport const other = () => one;");
    expect(lint).toThrow(/noImportCycles/);
  });

  test('of types in a circle are refused', () => {
    write('one', "import type { Other } from './other.ts';\n\nexport type One = Other[];");
    write('other', "import type { One } from './one.ts';\n\nexport type Other = { one: One };");
    expect(lint).toThrow(/noImportCycles/);
  });
}, 60_000);
