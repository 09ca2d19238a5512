import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the build printed; nothing where CONVAPI_DOCS_BUILT says that the site is built already. */
    buildOutput: string;
  }
}

const folder = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the site once, before all tests. */
export default async function buildSite(project: TestProject): Promise<void> {
  project.provide('buildOutput', process.env.CONVAPI_DOCS_BUILT ? '' : await build());
}

function build(): Promise<string> {
  const vitepress = join(dirname(createRequire(import.meta.url).resolve('vitepress/package.json')), 'bin/vitepress.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitepress, 'build', '.'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`The site does not build:\n${output}`))));
  });
}
