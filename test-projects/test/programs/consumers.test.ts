import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedPackages, packToFolder } from '../packed-packages.ts';
import { repository, run } from '../run.ts';

const NAMES = ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator'];
/** What some entries need, and the types of Node. */
const OTHERS = ['@opentelemetry/api@1', 'undici@7', '@types/node@20'];
const programs = join(repository, 'test-projects/consumers');
const releases = readdirSync(programs, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
const budgets = JSON.parse(readFileSync(join(repository, 'test-projects/budgets.json'), 'utf8')) as Record<
  'bundles' | 'programs' | 'instantiations',
  Record<string, number>
>;

let packed: PackedPackages;
let project: string;
beforeAll(() => {
  packed = packToFolder();
  project = packed.install('consumer', NAMES, 'module', OTHERS);
  for (const release of releases) cpSync(join(programs, release), join(project, release), { recursive: true });
}, 180_000);
afterAll(() => packed.remove());

/** Ours. The matrix compiles the same with the last one written in JavaScript, which takes ten times as long. */
const tsc = join(repository, 'node_modules/typescript/bin/tsc');
const SETTINGS = {
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

/** What a compiler says about files of the project, with every check on, also of the declarations of packages. */
function compile(settings: object, include: string[], flags: string[] = []): string {
  const compilerOptions = {
    ...settings,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const file = join(project, `tsconfig.${Object.values(settings).join('-')}.json`);
  writeFileSync(file, JSON.stringify({ compilerOptions, include: include.map((one) => (one.endsWith('.ts') ? one : `${one}/*.ts`)) }));
  return run(process.execPath, [tsc, '-p', file, '--pretty', 'false', ...flags], { cwd: project });
}

describe.each(Object.entries(SETTINGS))('in a strict project under %s, declarations of packages checked too,', (_, settings) => {
  test('programs of every release compile', () => {
    expect(releases).not.toEqual([]);
    expect(compile(settings, releases)).toBe('');
  });
});

test('a CommonJS program compiles under nodenext', () => {
  const lines = NAMES.map((name, index) => `import * as m${index} from '@convapi/${name}';`);
  const all = NAMES.map((_name, index) => `m${index}`).join(', ');
  writeFileSync(join(project, 'use.cts'), `${lines.join('\n')}\nexport = [${all}];\n`);
  const file = join(project, 'tsconfig.cts.json');
  const compilerOptions = { module: 'nodenext', target: 'es2022', types: ['node'], strict: true, noEmit: true };
  writeFileSync(file, JSON.stringify({ compilerOptions, files: ['use.cts'] }));
  expect(run(process.execPath, [tsc, '-p', file, '--pretty', 'false'], { cwd: project })).toBe('');
});

test('a program that no longer fits is named with its line', () => {
  mkdirSync(join(project, 'broken'));
  writeFileSync(join(project, 'broken/use.ts'), "import { REGIONS } from '@convapi/core';\nexport const region: 'mars' = REGIONS[0];\n");
  expect(() => compile(SETTINGS.nodenext, ['broken'])).toThrow(/broken\/use\.ts\(2,14\): error TS2322/);
});

describe('a bundler', () => {
  const source = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { text, toIdentities } from '@convapi/message-builder';
import { createWebhookVerifier, signWebhook } from '@convapi/webhook-verifier';

const auth = clientCredentials({ keyId: 'key', keySecret: 'secret', fetch: async () => Response.json({ access_token: 't', expires_in: 3600 }) });
const fetch = async (_url, init) => Response.json({ message_id: JSON.parse(init.body).message.text_message.text });
const conversation = createConversationClient({ projectId: 'p', region: 'eu', auth, fetch });
const sent = await conversation.messages.send({ app_id: 'a', recipient: toIdentities({ SMS: '+46700000000' }), message: text('Hello') });
const body = '{"message":{}}';
const event = await createWebhookVerifier({ secrets: 's' }).verify(body, await signWebhook({ body, secret: 's' }));
console.log(sent.message_id, event.trigger);
`;
  const runBundle = (file: string) => run(process.execPath, [join(project, file)], { cwd: packed.folder }).trim();
  beforeAll(() => writeFileSync(join(project, 'app.js'), source));

  test.each(['node', 'browser', 'neutral'] as const)(
    'like esbuild, for the platform %s, makes a program that runs by itself',
    async (platform) => {
      const outfile = join(project, `esbuild-${platform}.mjs`);
      const { warnings } = await build({
        entryPoints: [join(project, 'app.js')],
        outfile,
        bundle: true,
        format: 'esm',
        platform,
        target: 'es2022',
      });
      expect(warnings).toEqual([]);
      expect(runBundle(`esbuild-${platform}.mjs`)).toBe('Hello MESSAGE_INBOUND');
      if (platform !== 'node') expect(readFileSync(outfile, 'utf8')).not.toMatch(/from "node:|require\("node:/);
    },
  );

  test('like Vite, for the server and for the browser, makes one too', async () => {
    for (const ssr of [true, false]) {
      const outDir = `vite-${ssr}`;
      await viteBuild({
        root: project,
        configFile: false,
        logLevel: 'silent',
        ssr: { noExternal: true },
        build: {
          ssr,
          outDir,
          target: 'es2022',
          rollupOptions: { input: join(project, 'app.js'), output: { entryFileNames: 'app.mjs', format: 'es' } },
        },
      });
      expect(runBundle(`${outDir}/app.mjs`)).toBe('Hello MESSAGE_INBOUND');
    }
  }, 60_000);
});

/** Entries of a package that programs import. */
const entriesOf = (name: string) =>
  Object.keys(packed.manifestOf(name).exports)
    .filter((entry) => !/\.(json|css)$/.test(entry) && !entry.startsWith('./internal/'))
    .map((entry) => `@convapi/${name}${entry.slice(1)}`);

/** Bytes of a program after bundling, minifying and compressing; what is not ours stays outside. */
async function sizeOf(contents: string, platform: 'node' | 'neutral' = 'node'): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    target: 'es2022',
    external: ['vitest', 'preact', 'undici', '@opentelemetry/api', 'hono', 'hono/*', '@hono/*', 'ajv', 'ajv/*', 'ajv-formats'],
  });
  return outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
}

/** What is over its ceiling, far below it, or has none. */
function compare(kind: keyof typeof budgets, measured: Record<string, number>): string[] {
  const ceilings = budgets[kind];
  const gone = Object.keys(ceilings).filter((name) => !(name in measured));
  return [
    ...gone.map((name) => `${name} is in budgets.json, and there no more: take it out`),
    ...Object.entries(measured).flatMap(([name, value]) => {
      const ceiling = ceilings[name];
      if (ceiling === undefined) return [`${name}: ${value}, and no ceiling in budgets.json: write one`];
      return value > ceiling ? [`${name}: ${value} is over its ceiling of ${ceiling}`] : [];
    }),
  ];
}

describe('ceilings that only a change with a reason may raise (budgets.json):', () => {
  test('bytes of each entry as a whole, with what it needs of ours', async () => {
    const measured: Record<string, number> = {};
    for (const entry of NAMES.filter((name) => name !== 'emulator').flatMap(entriesOf))
      measured[entry] = await sizeOf(`export * from '${entry}';`);
    const styles = readFileSync(join(project, 'node_modules/@convapi/handset/dist/styles.css'));
    measured['@convapi/handset/styles.css'] = gzipSync(styles, { level: 9 }).length;
    expect(compare('bundles', measured)).toEqual([]);
  }, 60_000);

  test('bytes of the programs that people write', async () => {
    const verify =
      "import { createWebhookVerifier } from '@convapi/webhook-verifier'; export default createWebhookVerifier({ secrets: 's' });";
    const build = "import { card, reply } from '@convapi/message-builder'; export default card({ title: 't', choices: [reply('r')] });";
    const send = `import { clientCredentials } from '@convapi/auth'; import { createConversationClient } from '@convapi/client';
      export default createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });`;
    const measured = {
      'verify a webhook': await sizeOf(verify, 'neutral'),
      'build a card': await sizeOf(build, 'neutral'),
      'send a text': await sizeOf(send, 'neutral'),
    };
    expect(compare('programs', measured)).toEqual([]);
  });

  test('type instantiations of the programs of the last release, above those of an empty file', () => {
    const last = releases.at(-1) as string;
    mkdirSync(join(project, 'empty'));
    writeFileSync(join(project, 'empty/empty.ts'), 'export {};\n');
    const empty = instantiations('empty/empty.ts');
    const files = readdirSync(join(project, last));
    const measured = Object.fromEntries(files.map((file) => [file, instantiations(join(last, file)) - empty]));
    expect(compare('instantiations', measured)).toEqual([]);
  }, 120_000);
});

/** One thread, so that the figure is the same each time. */
function instantiations(file: string): number {
  const report = compile(SETTINGS.nodenext, [file], ['--extendedDiagnostics', '--singleThreaded', '--skipLibCheck']);
  return Number(/^Instantiations:\s+([\d.,]+)$/m.exec(report)?.[1]?.replaceAll(',', ''));
}
