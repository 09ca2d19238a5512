/** Runs the worker in workerd, with the environment of this process as its variables. */
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

await build({ entryPoints: ['src/worker.ts'], outfile: 'dist/worker.js', bundle: true, format: 'esm', conditions: ['workerd'] });

const names = /^(SINCH|CONVAPI)_/;
const worker = new Miniflare({
  modules: true,
  scriptPath: 'dist/worker.js',
  compatibilityDate: '2025-04-01', // process.env holds the variables
  compatibilityFlags: ['nodejs_compat'],
  bindings: Object.fromEntries(Object.entries(process.env).filter(([name]) => names.test(name))),
  cf: false, // else it asks the network where it is
  host: '127.0.0.1',
  port: Number(process.env.PORT),
});
await worker.ready;
process.once('SIGTERM', () => worker.dispose());
