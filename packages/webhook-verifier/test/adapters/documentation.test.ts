import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';

const packageFolder = new URL('../../', import.meta.url).pathname;
const folder = `${packageFolder}test/adapters/.documentation/`;
const readme = readFileSync(`${packageFolder}README.md`, 'utf8');
// Marked "typescript": the check of the other programs, marked "ts", has no frameworks to compile them with.
const programs = [...readme.matchAll(/^```(?:typescript|ts)\n([\s\S]*?)^```/gm)].map(([, program]) => program as string);

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the programs of the README compile with the types of the frameworks themselves', () => {
  for (const [index, program] of programs.entries()) writeFileSync(`${folder}${index}.ts`, `${program}\nexport {};\n`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023'],
    types: ['node'],
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  for (const name of ['express', 'fastify', '@nestjs/core', 'hono']) expect(programs.join('')).toContain(`from '${name}'`);
  expect(compile()).toBe('');
});

function compile(): string {
  try {
    return execFileSync(`${packageFolder}../../node_modules/.bin/tsc`, ['-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
