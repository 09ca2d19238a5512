import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from './child-environment.ts';

/** A mock server that makes its answers from our OpenAPI document. */
export interface Prism {
  url: string;
  /** Milliseconds from the start of the command to the first answer. */
  readyMs: number;
  /** Processor time that it has used so far. */
  cpuUsage(): Promise<NodeJS.CpuUsage>;
  stop(): Promise<void>;
}

/** Reading the document takes it a while. */
const START_LIMIT_MS = 60_000;

/** Prism says nothing when it is ready, so that it is asked over and over. */
const ASK_EVERY_MS = 10;

/** Starts Prism in a process of its own. It logs nothing: writing a line for each call would be measured too. */
export async function startPrism(): Promise<Prism> {
  const require = createRequire(import.meta.url);
  const port = await findFreePort();
  const document = require.resolve('@convapi/core/openapi.json');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent', '--multiprocess', 'false'];
  const reporter = new URL('../workers/report-cpu.js', import.meta.url).href;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', reporter, require.resolve('@stoplight/prism-cli'), 'mock', document, ...flags], {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url, child);
  return {
    url,
    readyMs: performance.now() - startedAt,
    async cpuUsage() {
      const answered = once(child, 'message');
      child.send({});
      const [usage] = (await answered) as [NodeJS.CpuUsage];
      return usage;
    },
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
    await sleep(ASK_EVERY_MS);
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
