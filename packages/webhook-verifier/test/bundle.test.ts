import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** A program as an edge runtime gets it. */
async function bundle(contents: string): Promise<Uint8Array> {
  const resolveDir = fileURLToPath(new URL('..', import.meta.url));
  const stdin = { contents, resolveDir, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const verifyOne = `import { createWebhookVerifier } from './src/index.ts';
const verifier = createWebhookVerifier({ secrets: 'my-secret' });
export default { fetch: (request: Request) => verifier.verify(request) };`;

it('verifies one webhook in no more than 2,560 bytes', async () => {
  expect(gzipSync(await bundle(verifyOne), { level: 9 }).length).toBeLessThanOrEqual(2_560);
});

it('carries nothing else into a program that only verifies', async () => {
  const text = new TextDecoder().decode(await bundle(verifyOne));
  for (const other of ['authorization', 'handler_failed', 'node:', 'Math.random', 'maxEntries', 'toExpressHandler'])
    expect(text).not.toContain(other);
});
