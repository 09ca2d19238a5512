import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

/** A PostgreSQL of the machine's own packages, which can be stopped and started again with what it holds. */
export interface Postgres {
  /** On 127.0.0.1; user `convapi`, database `postgres`, no password. */
  port: number;
  url: string;
  /** As when it crashes: connections break, nothing is written down in peace. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

/** Why a server cannot be started here; `undefined` when it can. */
export const missingPostgres = whatIsMissing();
if (missingPostgres) console.warn(`Skipped: tests with PostgreSQL, because ${missingPostgres} (apt-get install postgresql).`);

/** Starts one that nobody else uses, and resolves once it takes connections. */
export async function createPostgres(): Promise<Postgres> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'convapi-postgres-'));
  const owner = postgresOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const bin = (name: string) => join(postgresBin() ?? '', name);
  const options = { stdio: 'ignore' as const, cwd: folder, ...owner };
  execFileSync(bin('initdb'), ['-D', folder, '-U', 'convapi', '-A', 'trust', '--no-sync'], options);
  const settings = ['-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`, '-c', 'listen_addresses=127.0.0.1'];
  const url = `postgres://convapi@127.0.0.1:${port}/postgres`;
  let server: ReturnType<typeof spawn> | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const start = async () => {
    server = spawn(bin('postgres'), ['-D', folder, '-p', String(port), ...settings], options);
    await vi.waitUntil(() => isReady(bin('pg_isready'), port), { timeout: 60_000, interval: 100 });
  };
  await start();
  return {
    port,
    url,
    start,
    crash: () => stop('SIGQUIT'),
    async remove() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isReady(pgIsReady: string, port: number): boolean {
  return spawnSync(pgIsReady, ['-q', '-h', '127.0.0.1', '-p', String(port), '-U', 'convapi', '-d', 'postgres']).status === 0;
}

function whatIsMissing(): string | undefined {
  if (!postgresBin()) return 'there is no PostgreSQL server under /usr/lib/postgresql';
  if (process.getuid?.() === 0 && !postgresOwner()) return 'PostgreSQL refuses to run as root, and there is no user postgres';
  return undefined;
}

/** Debian keeps one folder a version, and none of them on the path. */
function postgresBin(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function postgresOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
