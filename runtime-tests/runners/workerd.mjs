// Bundles the suite as a Worker and runs it inside workerd. The address of the loopback server is the only argument.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [, , base = ''] = process.argv;
const requireRuntime = createRequire(new URL('../runtimes/package.json', import.meta.url));
const { Miniflare } = requireRuntime('miniflare');
const requireFromMiniflare = createRequire(requireRuntime.resolve('miniflare'));
const { version } = requireFromMiniflare('workerd/package.json');

/** No `nodejs_compat` and no platform: whatever needs a module of Node fails to bundle, or to start. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const worker = new Miniflare({
  modules: true,
  script: await bundle(),
  compatibilityDate: '2026-04-01',
  host: '127.0.0.1',
  port: 0,
  cf: false, // else it asks the network where it is
});
try {
  const address = new URL('/suite', await worker.ready);
  address.search = new URLSearchParams({ base, version }).toString();
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`the Worker answered ${response.status}: ${await response.text()}`);
  for await (const chunk of response.body) process.stdout.write(chunk);
} finally {
  await worker.dispose();
}
