import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as express from '../../src/express-node.ts';
import * as fastify from '../../src/fastify-node.ts';
import * as lambda from '../../src/lambda.ts';

const folder = new URL('../../', import.meta.url).pathname;
const ADAPTERS = ['express-node', 'fastify-node', 'lambda'];

/** Source files in a bundle, and what each weighs in it. */
async function bundle(program: string, platform: 'neutral' | 'node'): Promise<Record<string, number>> {
  const result = await build({
    stdin: { contents: program, resolveDir: `${folder}src`, loader: 'ts' },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform,
    logLevel: 'silent',
  });
  const output = Object.values(result.metafile.outputs)[0];
  return Object.fromEntries(Object.entries(output?.inputs ?? {}).map(([name, input]) => [name, input.bytesInOutput]));
}

it('exports these names and no others', () => {
  expect(Object.keys(express).sort()).toEqual(['keepRawBody', 'toExpressHandler']);
  expect(Object.keys(fastify).sort()).toEqual(['toFastifyHandler', 'toFastifyPlugin']);
  expect(Object.keys(lambda)).toEqual(['toLambdaHandler']);
});

it('names no framework where it would have to be installed: neither at run time nor in types', () => {
  const entries = ADAPTERS.flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.ts`]);
  const internal = readdirSync(`${folder}dist/internal`).map((name) => `dist/internal/${name}`);
  const imports = [...entries, ...internal.filter((file) => /\.(js|d\.ts)$/.test(file))].flatMap((file) =>
    // At the start of a line, or within a type: not in the examples of comments.
    [
      ...readFileSync(folder + file, 'utf8').matchAll(/^(?:import|export) (?:.* from )?['"]([^'"]+)['"];$|import\(['"]([^'"]+)['"]\)/gm),
    ].map(([, statement, type]) => statement ?? type ?? ''),
  );
  const foreign = new Set(imports.filter((name) => !name.startsWith('.')));
  expect([...foreign].sort()).toEqual(['@convapi/core', 'node:http', 'node:stream']);
});

describe('in a bundle', () => {
  it('for the edge no adapter is found', async () => {
    const inputs = await bundle(
      `import { createWebhookHandler, createWebhookVerifier } from './index.ts';
      export default { fetch: createWebhookHandler(createWebhookVerifier({ secrets: 's' }), {}) };`,
      'neutral',
    );
    const names = Object.keys(inputs).filter(
      (name) => /express|fastify|lambda|node|respond|parsed-too-early/.test(name) && !name.includes('node_modules'),
    );
    expect(names).toEqual([]);
  });

  it.each([
    ['express-node', 'toExpressHandler', 'node', 3_000],
    ['fastify-node', 'toFastifyPlugin', 'node', 3_000],
    ['lambda', 'toLambdaHandler', 'neutral', 3_000],
  ] as const)('%s adds little', async (file, name, platform, ceiling) => {
    const handler = `import { createWebhookHandler, createWebhookVerifier } from './index.ts';
      export const handler = createWebhookHandler(createWebhookVerifier({ secrets: 's' }), {});`;
    const sum = (inputs: Record<string, number>) => Object.values(inputs).reduce((total, bytes) => total + bytes, 0);
    const alone = sum(await bundle(handler, platform));
    const together = sum(
      await bundle(`${handler}\nimport { ${name} } from './${file}.ts';\nexport const route = ${name}(handler);`, platform),
    );
    expect(together - alone).toBeLessThan(ceiling);
  });
});
