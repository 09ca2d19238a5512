import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from './child-environment.ts';

/** A mock server that makes its answers from our OpenAPI document. */
export interface Prism {
  url: string;
  stop(): Promise<void>;
}

/** Reading the document takes it a while. */
const START_LIMIT_MS = 60_000;

/** Starts Prism in a process of its own. It logs nothing: writing a line for each call would be measured too. */
export async function startPrism(): Promise<Prism> {
  const require = createRequire(import.meta.url);
  const port = await findFreePort();
  const document = require.resolve('@convapi/core/openapi.json');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent', '--multiprocess', 'false'];
  const child = spawn(process.execPath, [require.resolve('@stoplight/prism-cli'), 'mock', document, ...flags], {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url, child);
  return {
    url,
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`Prism ended with code ${child.exitCode}. Its output above says why.`);
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  child.kill();
  throw new Error(`Prism did not answer within ${START_LIMIT_MS} ms.`);
}

/** Prism cannot choose a port itself and say which. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gives no port.');
  return address.port;
}
