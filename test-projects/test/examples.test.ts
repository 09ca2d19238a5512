import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './run.ts';

const folder = join(repository, 'examples');
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package.json')));
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

describe.each(names)('examples/%s', (name) => {
  const manifest = JSON.parse(read(name, 'package.json')) as Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>;

  test('is started by one command, which its page names', () => {
    const command = manifest.scripts.start ? 'npm start' : 'npm test';
    expect(manifest.scripts[command.slice('npm '.length)]).toBeDefined();
    expect(read(name, 'README.md')).toContain(`npm install\n${command}\n`);
    expect(read('README.md')).toContain(`(${name}/README.md)`);
  });

  test('asks for versions as a reader would', () => {
    const ranges = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter((range) => !/^\^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  test('has what all examples have in common, unchanged', () => {
    const conversation = name === 'nextjs' ? 'lib/conversation.ts' : 'src/conversation.ts';
    expect(read(name, conversation)).toBe(read('express', 'src/conversation.ts'));
    if (manifest.scripts.start) expect(read(name, 'with-emulator.mjs')).toBe(read('express', 'with-emulator.mjs'));
  });
});
