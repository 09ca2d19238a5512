import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of the machine's own packages, started for one file of tests. */
export interface LocalServer {
  port: number;
  stop(): Promise<void>;
}

/** Why a server cannot be started here; `undefined` when it can. */
export const missing = { redis: missingRedis(), postgres: missingPostgres() };

export async function startRedis(): Promise<LocalServer> {
  const port = await freePort();
  return run('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], port);
}

export async function startPostgres(): Promise<LocalServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'convapi-postgres-'));
  const owner = postgresOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const bin = (name: string) => join(postgresBin() ?? '', name);
  const options = { stdio: 'ignore' as const, cwd: folder, ...owner };
  execFileSync(bin('initdb'), ['-D', folder, '-U', 'convapi', '-A', 'trust', '--no-sync'], options);
  const settings = ['-c', 'fsync=off', '-c', `unix_socket_directories=${folder}`, '-c', 'listen_addresses=127.0.0.1'];
  const server = run(bin('postgres'), ['-D', folder, '-p', String(port), ...settings], port, options);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, stop };
}

function run(command: string, args: string[], port: number, options: object = { stdio: 'ignore' }): LocalServer {
  const child = spawn(command, args, options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    // Postgres waits for its clients at SIGTERM, not at SIGINT.
    child.kill('SIGINT');
    await ended;
  };
  return { port, stop };
}

function missingRedis(): string | undefined {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'redis-server is not installed';
  }
}

function missingPostgres(): string | undefined {
  if (!postgresBin()) return 'no PostgreSQL server under /usr/lib/postgresql';
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

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
