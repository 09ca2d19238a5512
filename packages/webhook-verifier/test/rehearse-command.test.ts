import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createWebhookHandler, createWebhookVerifier } from '../src/index.ts';
import { toNodeListener } from '../src/node.ts';
import type { RehearsalReport } from '../src/rehearse/index.ts';
import { runCommand } from '../src/rehearse/run-command-node.ts';
import { receiver, SECRET, serve } from './rehearse-receiver.ts';

const COMMAND = fileURLToPath(new URL('../dist/rehearse/cli-node.js', import.meta.url));

/** Runs the command in this process. */
async function run(args: string[], env: Record<string, string> = {}) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand({
    args,
    env,
    print: (text) => {
      stdout += text;
    },
    printError: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

/** Runs the built command as people do. */
function runBuilt(args: string[], env: Record<string, string> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const serveOwn = (count: () => void = () => {}) =>
  serve(toNodeListener(createWebhookHandler(createWebhookVerifier({ secrets: SECRET }), { default: () => count() })));

describe('webhook-verifier rehearse', () => {
  it('ends with 0 when every check passed, with the secret from the environment', async () => {
    const { code, stdout, stderr } = await runBuilt(['rehearse', '--url', await serveOwn()], { SINCH_WEBHOOK_SECRET: SECRET });
    expect(code).toBe(0);
    expect(stdout).toContain('(100 %)\nEvery check passed.\n');
    expect(stderr).toBe('');
  });

  it('ends with 1 when some did not, and prints JSON when asked to', async () => {
    const url = await serve((req, res) => void req.resume().on('end', () => res.end(`secret ${SECRET}`)));
    const { code, stdout } = await runBuilt(['rehearse', '--url', url, '--secret', SECRET, '--json']);
    const report = JSON.parse(stdout) as RehearsalReport;
    expect(code).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.advice.length).toBeGreaterThan(3);
    expect(stdout).not.toContain(SECRET);
  });

  it('ends with 2 when nothing answers', async () => {
    const { code, stdout, stderr } = await runBuilt(['rehearse', '--url', 'http://127.0.0.1:1/', '--secret', SECRET]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^\[@convapi\/webhook-verifier\] No answer from http:\/\/127\.0\.0\.1:1\/: refused .*\n$/);
  });

  it('reads how many callbacks were handled', async () => {
    let count = 0;
    const counter = await serve((_req, res) => void res.end(`${count}\n`));
    const clock = { at: Date.now() };
    const url = await serve(receiver({ handle: () => void count++, answer: () => 'ok' }, clock));
    expect((await run(['rehearse', '--url', url, '--secret', SECRET, '--handled-url', counter])).code).toBe(0);
    expect((await run(['rehearse', '--url', url, '--secret', SECRET])).code).toBe(1);
  });

  it.each([
    [200, 'many'],
    [500, '17'],
  ])('ends with 2 when the count comes as %d %s', async (status, text) => {
    const counter = await serve((_req, res) => void res.writeHead(status).end(text));
    const { code, stderr } = await run(['rehearse', '--url', await serveOwn(), '--secret', SECRET, '--handled-url', counter]);
    expect(code).toBe(2);
    expect(stderr).toContain('--handled-url gave no number');
  });

  it('ends with 2 when the address of the count is dead', async () => {
    const { code, stderr } = await run(['rehearse', '--url', await serveOwn(), '--secret', SECRET, '--handled-url', 'http://127.0.0.1:1']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--handled-url gave no number')]);
  });

  it('passes on its limits', async () => {
    const verifier = createWebhookVerifier({ secrets: SECRET, toleranceSeconds: 90, maxBodyBytes: 4096 });
    const url = await serve(toNodeListener(createWebhookHandler(verifier, {})));
    const limits = ['--tolerance', '90', '--max-body', '4096', '--timeout', '5', '--app-id', '01MYAPP'];
    expect((await run(['rehearse', '--url', url, '--secret', SECRET, ...limits])).code).toBe(0);
    expect((await run(['rehearse', '--url', url, '--secret', SECRET])).code).toBe(1);
  });
});

describe('the command', () => {
  it('explains itself', async () => {
    expect((await run(['--help'])).stdout).toContain('SINCH_WEBHOOK_SECRET');
    expect((await run(['rehearse', '-h'])).code).toBe(0);
  });

  it('ends with 2, and tells where, when something breaks that should not', async () => {
    const errors: string[] = [];
    const print = () => {
      throw new Error('the pipe broke');
    };
    const code = await runCommand({ args: ['-h'], env: {}, print, printError: (text) => void errors.push(text) });
    expect([code, ...errors]).toEqual([2, expect.stringMatching(/^Error: the pipe broke\n {4}at /)]);
  });

  it('knows its version', async () => {
    expect((await run(['-v'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  const url = 'http://127.0.0.1:1/';
  it.each([
    [[], 'The command is "rehearse"'],
    [['perform'], 'The command is "rehearse"'],
    [['rehearse'], '--url is missing'],
    [['rehearse', '--url', url], 'There is no secret'],
    [['rehearse', '--url', url, '--secret', ''], 'There is no secret'],
    [['rehearse', '--url', 'nowhere', '--secret', 's3cr3t'], '--url is no URL'],
    [['rehearse', '--url', 'http://example.com', '--secret', 's3cr3t'], '--allow-remote'],
    [['rehearse', '--url', url, '--secret', 's3cr3t', '--handled-url', 'http://example.com'], '--handled-url is not on this machine'],
    [['rehearse', '--url', url, 's3cr3t'], 'a word too many'],
    [['rehearse', '--url', url, '--secrt', 's3cr3t'], "Unknown option '--secrt'"],
    [['rehearse', '--url', url, '--secrt=s3cr3t'], "Unknown option '--secrt'"],
    [['rehearse', '--url', url, '--secret', 's3cr3t', '--timeout', 'soon'], '--timeout takes a number'],
    [['rehearse', '--url', url, '--secret', 's3cr3t', '--timeout', ' '], '--timeout takes a number'],
    [['rehearse', '--url', url, '--secret', 's3cr3t', '--tolerance', '0'], '--tolerance takes a number'],
    [['rehearse', '--url', url, '--secret', 's3cr3t', '--max-body', 'Infinity'], '--max-body takes a number'],
  ])('refuses %j on one line, without the secret', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('s3cr3t');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
