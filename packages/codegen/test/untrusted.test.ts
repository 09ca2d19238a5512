import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { generateCode } from '../src/generate-files.ts';
import type { Spec } from '../src/load-spec.ts';
import { toAnnotations } from '../src/update/formats.ts';
import { lintDocument } from '../src/update/lint-document.ts';
import { normalise } from '../src/update/normalise.ts';
import { readDocument } from '../src/update/read-document.ts';
import { withSafeNames } from '../src/update/safe-names.ts';
import { ref, repository, vendorDocument } from './helpers/documents.ts';

const RUNS = Math.ceil(Number(process.env.CONVAPI_SPEC_RUNS ?? 2000) / 1000);
/** How many names and values one document of the fuzz test has. */
const DRAWN = 60;

const folder = mkdtempSync(join(tmpdir(), 'convapi-untrusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each of these has ended a literal, a comment or a line of somebody's generated code. */
const NASTY = [
  ...[
    "'",
    '"',
    '`',
    '\\',
    "\\'",
    '*/',
    '/*',
    '//',
    '\n',
    '\r\n',
    '\u2028',
    '\u2029',
    '\0',
    '\ufeff',
    '$' + '{1}',
    '</script>',
    '#',
    '%0A::error::x',
  ],
  ...[
    "'; globalThis.hacked = true; '",
    '*/ globalThis.hacked = true; /*',
    '\n globalThis.hacked = true;',
    "']; globalThis.hacked = true; //",
  ],
  ...['google.rpc.Status', 'v2Template', 'class', 'Record', 'prototype', '__proto_', '0', '', ' ', '-1', 'é', '名', '😀'],
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((one) => !(one in Object.prototype)),
  fc.tuple(fc.constantFrom(...NASTY), fc.string()).map((one) => one.join('')),
);

/** A small document whose every name and value is drawn. */
function documentOf(texts: string[]): Spec['conversation'] {
  const named = texts.filter((one) => one !== '');
  const schemas: Record<string, unknown> = {
    Envelope: { type: 'object', properties: { app_id: { type: 'string' } } },
    Mixed: { type: 'string', enum: texts, description: texts.join(' ') },
    Numbers: { type: 'integer', enum: [1, 2, 3], description: 'Numbers.' },
    Maybe: { type: ['string', 'null'], enum: ['A', null] },
    Loose: { type: ['string', 'integer'], enum: ['A', 7] },
    Everything: {
      type: 'object',
      description: texts[0],
      required: texts.slice(0, 3),
      properties: Object.fromEntries(texts.map((one) => [one, { type: 'string', description: one, enum: [one, 'other'] }])),
    },
    Lists: {
      type: 'object',
      properties: { numbers: ref('Numbers'), maybe: ref('Maybe'), loose: ref('Loose'), mixed: { type: 'array', items: ref('Mixed') } },
    },
  };
  named.forEach((one, index) => {
    Object.assign(schemas, {
      [one]: {
        type: 'object',
        description: one,
        properties: { next: { $ref: `#/components/schemas/${encodeURIComponent(texts[index + 1] || 'Mixed').replace(/~/g, '~0')}` } },
      },
    });
  });
  const paths = Object.fromEntries(
    ['class', 'contact-id', 'options', 'x'].map((name, index) => [
      `/v1/projects/{project_id}/things${index}/{${name}}`,
      {
        parameters: [
          { name: 'project_id', in: 'path', required: true, schema: { type: 'string' } },
          { name, in: 'path', required: true, description: texts[index], schema: { type: 'string' } },
        ],
        get: {
          operationId: `Things_Get${index}`,
          tags: [texts[4] ?? ''],
          summary: texts[5],
          description: texts[6],
          parameters: [
            { name: texts[index] || 'q', in: 'query', description: texts[7], schema: { type: 'string', enum: [texts[8], 'b'] } },
          ],
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: ref('Everything') } } } },
        },
      },
    ]),
  );
  const [trigger = 'T', key = 'k'] = named;
  const document = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    servers: [
      { url: `https://{region}.conversation.api.sinch.com/${texts[9]}`, variables: { region: { enum: ['us', ...texts.slice(0, 3)] } } },
    ],
    tags: [{ name: texts[4] ?? '', description: texts[10] }],
    paths,
    webhooks: {
      [trigger]: {
        post: {
          operationId: 'on',
          summary: texts[11],
          requestBody: { content: { 'application/json': { schema: ref('TheEvent') } } },
          responses: {},
        },
      },
    },
    components: {
      schemas: { ...schemas, TheEvent: { allOf: [ref('Envelope'), { type: 'object', properties: { [key]: { type: 'string' } } }] } },
    },
  };
  return normalise('fuzz', withSafeNames(JSON.parse(JSON.stringify(document)))) as Spec['conversation'];
}

/** Generated code in a folder of its own, beside what it rests on. */
async function generate(name: string, texts: string[]): Promise<string[]> {
  const conversation = documentOf(texts);
  const batch = { ...conversation, paths: {}, webhooks: {}, components: { schemas: {} } };
  const files = await generateCode({ conversation, batch, schemas: conversation.components.schemas });
  const core = join(repository, 'packages/core/src/open-types.ts');
  const client = join(repository, 'packages/client/src/call.ts');
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'core.ts'), `export type * from './schemas.ts';\nexport type * from '${core}';\n`);
  const names = [...files.keys()].filter((path) => path.endsWith('.ts'));
  for (const path of names) {
    const code = files
      .get(path)
      ?.replaceAll("'@convapi/core'", "'./core.ts'")
      .replaceAll("'../open-types.ts'", `'${core}'`)
      .replaceAll("'../call.ts'", `'${client}'`);
    writeFileSync(join(home, path.split('/').at(-1) as string), code ?? '');
  }
  return names.map((path) => join(home, path.split('/').at(-1) as string));
}

describe('names and values of a document', () => {
  test('whatever they hold, the generated code compiles, imports, and runs nothing of theirs', async () => {
    const draws = fc.sample(fc.array(text, { minLength: DRAWN, maxLength: DRAWN }), RUNS);
    const all = [[...NASTY, ...NASTY], ...draws];
    const files = (await Promise.all(all.map((texts, index) => generate(`fuzz-${index}`, [...new Set(texts)])))).flat();
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      allowImportingTsExtensions: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
    });
    const own = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(folder));
    expect(
      own.map(
        (one) => `${one.file?.fileName.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ').slice(0, 200)}`,
      ),
    ).toEqual([]);
    for (const [index, texts] of all.entries()) {
      const load = (name: string) => import(pathToFileURL(join(folder, `fuzz-${index}`, name)).href) as Promise<Record<string, unknown>>;
      const values = await load('values.ts');
      expect(values.MIXEDS).toEqual([...new Set(texts)]);
      expect(values.NUMBERSES).toEqual([1, 2, 3]);
      expect(values.MAYBES).toEqual(['A']);
      expect((values.isLoose as (value: unknown) => boolean)(7)).toBe(true);
      expect(Object.keys((await load('operations.ts')).OPERATIONS as object)).toEqual(['things']);
      await load('webhook-events.ts');
    }
    expect('hacked' in globalThis).toBe(false);
  }, 300_000);

  test('cannot begin a command of GitHub Actions', () => {
    const change = {
      kind: 'enum.added',
      document: 'conversation',
      where: 'A\n::error::b',
      after: '%0A::set-env name=x::y\r\n::add-mask::z',
      level: 'minor',
    } as const;
    const judged = { ...change, sides: { request: true, response: true }, methods: [], builders: [], events: [], routes: [], packages: {} };
    expect(toAnnotations({ changes: [judged], errors: [] } as never).split('\n')).toHaveLength(1);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('are not %s, which every object has', async (key) => {
    const file = join(folder, `${key}.json`);
    writeFileSync(file, JSON.stringify(vendorDocument()).replace('"Contact":{', `"${key}":{"polluted":true},"Contact":{`));
    await expect(readDocument(file)).rejects.toThrow(`holds a key "${key}", which every object of JavaScript has`);
  });
});

describe('a document reads no file outside of its folder', () => {
  const base = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: { '/a': { get: { operationId: 'A_Get', responses: {} } } } };
  const home = join(folder, 'home');
  const secret = join(folder, 'secret.yaml');
  mkdirSync(home);
  writeFileSync(secret, 'get: { operationId: A_Secret, responses: {} }\n');

  test.each([
    ['above it', '../secret.yaml'],
    ['by a whole path', secret],
    ['by a file: address', pathToFileURL(secret).href],
    ['by a link', './link.yaml'],
    ['by a file that it may read', './inner.yaml'],
  ])('%s', async (name, target) => {
    if (target === './link.yaml') symlinkSync(secret, join(home, 'link.yaml'));
    if (target === './inner.yaml') writeFileSync(join(home, 'inner.yaml'), "get: { $ref: '../secret.yaml#/get' }\n");
    const file = join(home, `${name.replace(/\W/g, '-')}.json`);
    writeFileSync(file, JSON.stringify({ ...base, paths: { '/a': { $ref: target } } }));
    const result = await readDocument(file).then(
      ({ content }) => JSON.stringify(content),
      (error: Error) => error.message,
    );
    expect(result).toMatch(/outside of the folder|is on the network|Can't resolve/);
    expect(result).not.toContain('A_Secret');
  });
});

describe('what Redocly finds in a document', () => {
  test('stops the update when it cannot be worked with: every place is named', async () => {
    const document = vendorDocument();
    document.paths['/v1/projects/{project_id}/twice'] = { get: { operationId: 'Contact_GetContact', parameters: [], responses: {} } };
    await expect(lintDocument('twice.json', document)).rejects.toThrow(
      /twice\.json cannot be used\. .*\n- Every operation must have a unique `operationId`.*twice/,
    );
  });

  test('is told when it can be lived with', async () => {
    const document = vendorDocument();
    Object.assign(document.components.schemas.Contact ?? {}, { required: 'id' });
    expect((await lintDocument('odd.json', document)).join()).toContain('#/components/schemas/Contact/required');
    expect(await lintDocument('good.json', vendorDocument())).toEqual([]);
  });
});
