import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { loadSpec } from '../src/load-spec.ts';
import type { Document } from '../src/openapi.ts';
import { oursForm } from '../src/update/apply-changes.ts';
import { compareDocuments } from '../src/update/compare-documents.ts';
import { detectDocument } from '../src/update/detect-document.ts';
import { documentForm } from '../src/update/document-form.ts';
import type { JsonObject } from '../src/update/json.ts';
import { main } from '../src/update/main.ts';
import { normalise } from '../src/update/normalise.ts';
import { applyOverlays, readOverlays } from '../src/update/overlays.ts';
import { readDocument } from '../src/update/read-document.ts';
import { updateSpec } from '../src/update/update-spec.ts';
import {
  type LooseDocument,
  oldDocument,
  ref,
  repository,
  saidBy,
  schema,
  templateDocument,
  toOpenApi30,
  vendorDocument,
  withoutTemplates,
} from './helpers/documents.ts';

// an update takes seconds, and longer on a busy machine
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const folder = mkdtempSync(join(tmpdir(), 'convapi-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const SMALL = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: { '/a': { get: { operationId: 'A_Get', responses: {} } } } };

/** Reads and normalises, as an update does. */
async function take(name: string, content: unknown, maxBytes?: number): Promise<Document> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const source = await readDocument(put(name, text), maxBytes);
  return normalise(source.name, source.content);
}

describe('a document', () => {
  test('may be YAML: it says what its JSON says', async () => {
    const theirs = await take('a.yaml', stringify(vendorDocument(), { aliasDuplicateObjects: false }));
    expect(compareDocuments('conversation', saidBy(vendorDocument()), documentForm(theirs)).changes).toEqual([]);
  });

  test('may share parts by YAML aliases and merge keys', async () => {
    const text =
      'openapi: 3.1.0\ninfo: &i {title: x, version: "1"}\npaths: {/a: {get: &g {operationId: A_Get, responses: {}}}, /b: {get: {<<: *g, operationId: B_Get}}}\n';
    expect((await take('aliases.yaml', text)).paths['/b']?.get).toMatchObject({ operationId: 'B_Get', responses: {} });
  });

  test('may begin with a byte order mark', async () => {
    expect((await readDocument(put('bom.json', `\uFEFF${JSON.stringify(SMALL)}`))).version).toBe('3.1.0');
  });

  test('may be in several files', async () => {
    mkdirSync(join(folder, 'parts'), { recursive: true });
    writeFileSync(join(folder, 'parts/a.yaml'), 'get:\n  operationId: A_Get\n  responses: {}\n');
    const { content } = await readDocument(put('split.json', JSON.stringify({ ...SMALL, paths: { '/a': { $ref: 'parts/a.yaml' } } })));
    expect((content.paths as JsonObject)['/a']).toMatchObject({ get: { operationId: 'A_Get' } });
  });

  test('may be large', async () => {
    const document = vendorDocument();
    for (let index = 0; index < 3000; index++) {
      const properties = { next: ref(`Extra${(index + 1) % 3000}`), text: { type: 'string' } };
      Object.assign(document.components.schemas, { [`Extra${index}`]: { type: 'object', properties } });
    }
    schema(document, 'Contact').properties.extra = ref('Extra0') as never;
    const theirs = await take('large.json', document);
    const { changes } = compareDocuments('conversation', saidBy(vendorDocument()), documentForm(theirs));
    expect(changes.map(({ kind, where }) => `${kind} ${where}`)).toEqual(['property.added Contact.extra']);
  });

  test('may have schemas that hold themselves', async () => {
    const theirs = vendorDocument();
    schema(theirs, 'Contact').properties.spouse = ref('Contact') as never;
    const { changes } = compareDocuments('conversation', saidBy(vendorDocument()), documentForm(await take('self.json', theirs)));
    expect(changes.map(({ where, after }) => `${where}: ${after}`)).toEqual(['Contact.spouse: Contact']);
  });
});

describe('the words of 3.0', () => {
  test('become those of 3.1', async () => {
    const schemas = {
      A: { type: 'string', nullable: true, enum: ['x'], example: 'x' },
      B: { nullable: true, description: 'b', allOf: [{ $ref: '#/components/schemas/A' }] },
      C: { type: 'integer', minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
      D: { allOf: [{ $ref: '#/components/schemas/A' }], description: 'd' },
      E: { type: 'object', properties: { nullable: { type: 'boolean', nullable: false }, example: { type: 'string' } } },
      F: { nullable: true, oneOf: [{ type: 'string' }, { type: 'object' }] },
      G: { nullable: true, enum: ['x'] },
      H: { nullable: true, properties: { a: { type: 'string' } } },
      I: { nullable: true, format: 'date' },
    };
    const { components } = await take('30.json', { ...SMALL, openapi: '3.0.3', components: { schemas } });
    expect(components.schemas).toEqual({
      A: { type: ['string', 'null'], enum: ['x'] },
      B: { description: 'b', anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
      C: { type: 'integer', exclusiveMinimum: 1, maximum: 5 },
      D: { $ref: '#/components/schemas/A', description: 'd' },
      E: { type: 'object', properties: { nullable: { type: 'boolean' }, example: { type: 'string' } } },
      F: { oneOf: [{ type: 'string' }, { type: 'object' }, { type: 'null' }] },
      G: { enum: ['x', null] },
      H: { type: ['object', 'null'], properties: { a: { type: 'string' } } },
      I: { format: 'date' },
    });
  });

  test('webhooks may stand under x-webhooks', async () => {
    const document = toOpenApi30(vendorDocument());
    expect(Object.keys((await take('hooks.json', document)).webhooks ?? {})).toHaveLength(22);
  });
});

describe('what cannot be used is refused with a reason', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['truncated JSON', 'cut.json', JSON.stringify(SMALL).slice(0, 80), /cut\.json is not whole JSON: .*Download it again/],
    ['truncated YAML', 'cut.yaml', 'openapi: 3.1.0\npaths:\n  /a: {get: {operationId: "A', /cut\.yaml is not whole YAML/],
    ['something else', 'list.json', '[1, 2]', /not whole YAML|holds no object/],
    ['an HTML page', 'page.html', '<!doctype html><html><body>404: not found</body></html>', /page\.html is not/],
    ['an empty file', 'empty.yaml', '', /holds no object/],
    ['Swagger 2', 'swagger.json', { swagger: '2.0', paths: {} }, /is Swagger 2\.0\. Convert it/],
    ['an OpenAPI that does not exist yet', 'next.json', { ...SMALL, openapi: '4.0.0' }, /"openapi" is "4\.0\.0"/],
    ['JSON that is not OpenAPI', 'other.json', { name: 'convapi' }, /"openapi" is missing/],
    ['no paths', 'nopaths.json', { ...SMALL, paths: {} }, /describes no paths/],
    [
      'a missing reference',
      'missing.json',
      { ...SMALL, components: { schemas: { A: { items: ref('Gone') } } } },
      /lead nowhere: #\/components\/schemas\/A\/items → #\/components\/schemas\/Gone/,
    ],
    [
      'references in a circle',
      'circle.json',
      { ...SMALL, components: { schemas: { A: ref('B'), B: ref('A') } } },
      /B → .*A → .*go in a circle|A → .*B → .*go in a circle/,
    ],
    [
      'a parameter that refers to itself',
      'loop.json',
      { ...SMALL, components: { parameters: { p: { $ref: '#/components/parameters/p' } } } },
      /go in a circle/,
    ],
    [
      'a part that holds itself without a name',
      'unnamed.json',
      { ...SMALL, components: { schemas: { A: { properties: { b: { items: { $ref: '#/components/schemas/A/properties/b' } } } } } } },
      /holds itself\. Give the schema a name/,
    ],
    ['a part on the network', 'remote.json', { ...SMALL, paths: { '/a': { $ref: 'https://example.com/a.yaml' } } }, /Updates run offline/],
    ['a part that is not there', 'absent.json', { ...SMALL, paths: { '/a': { $ref: './absent.yaml' } } }, /absent\.json: Can't resolve/],
    ['endless nesting', 'deep.json', { ...SMALL, components: { schemas: { A: nested(500) } } }, /nests more than 400 levels/],
    ['YAML that multiplies itself', 'bomb.yaml', bomb(), /cannot be read: .*alias/i],
  ])('%s', async (_, name, content, message) => {
    await expect(take(name, content)).rejects.toThrow(message);
  });

  test('a file that is too large, or missing', async () => {
    await expect(take('big.json', SMALL, 20)).rejects.toThrow(/more than 20\. Is it the bundled OpenAPI document\?/);
    await expect(readDocument(join(folder, 'nothing.json'))).rejects.toThrow(/is not a file/);
  });

  test('a document of another service', async () => {
    const spec = await loadSpec(join(repository, 'spec'));
    const detect = (document: LooseDocument) => detectDocument('a.json', saidBy(document), (kind) => oursForm(spec, kind));
    expect(() => detect(SMALL as unknown as LooseDocument)).toThrow(/shares no operation with the Conversation API/);
    expect(detect({ ...oldDocument(), servers: [] })).toBe('conversation');
    expect(detect({ ...vendorDocument('batch'), servers: [] })).toBe('batch');
    expect(detect(templateDocument())).toBe('template');
    expect(detect({ ...templateDocument(), servers: [] })).toBe('template');
    expect(detect(withoutTemplates(vendorDocument()))).toBe('conversation');
  });

  test('new operations that no method can be named after, all in one go', async () => {
    const document = vendorDocument();
    document.paths['/v1/projects/{project_id}/ids'] = { get: { operationId: 'listIds', responses: {}, parameters: [] } };
    document.paths['/v1/projects/{project_id}/again'] = { get: { operationId: 'Contact_List', responses: {}, parameters: [] } };
    document.paths['/v1/projects/{project_id}/then'] = { get: { operationId: 'Contact_Then', responses: {}, parameters: [] } };
    document.paths['/v1/projects/{project_id}/things'] = { get: { responses: { 200: { description: 'ok' } }, parameters: [] } };
    const update = updateSpec({ repository, file: put('unnamed-operation.json', JSON.stringify(document)), compile: [] });
    const { message } = (await update.catch((error: Error) => error as Error)) as Error;
    expect(
      message
        .split('\n- ')
        .slice(1)
        .map((line) => line.split(' Add an overlay')[0]),
    ).toEqual([
      'GET /v1/projects/{project_id}/ids is new and its operation id "listIds" has no "Resource_" prefix.',
      'GET /v1/projects/{project_id}/again: Contact_List would be called as client.contacts.list, like Contact_ListContacts.',
      'GET /v1/projects/{project_id}/then: Contact_Then would be called as client.contacts.then, a name that is taken.',
      'GET /v1/projects/{project_id}/things is new and has no operation id.',
    ]);
  });
});

function nested(depth: number): JsonObject {
  let node: JsonObject = { type: 'string' };
  for (let level = 0; level < depth; level++) node = { items: node };
  return node;
}

function bomb(): string {
  const lines = ['openapi: 3.1.0', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\npaths: {/a: {get: {responses: {}}}}\n`;
}

describe('overlays', () => {
  function overlays(name: string, text: string): string {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'fixes.yaml'), text);
    return place;
  }

  const GOOD = `
overlay: 1.0.0
info: { title: Fixes, version: 1.0.0 }
actions:
  - target: $.components.schemas.Contact.properties.email
    x-reason: Never seen on the wire.
    remove: true
  - target: $.paths[*].get
    x-reason: The tags are ours.
    update: { tags: [ours], x-seen: true }
  - target: $.components.schemas.Queue.enum
    x-reason: Documented elsewhere.
    update: HIGH
`;
  const content = () => ({
    paths: { '/a': { get: { tags: ['theirs'] } }, "/b'c": { get: {} } },
    components: { schemas: { Contact: { properties: { email: {}, id: {} } }, Queue: { enum: ['LOW'] } } },
  });

  test('correct the document: what they name is merged, made longer, or removed', async () => {
    const actions = await readOverlays(overlays('good', GOOD), 'conversation');
    expect(applyOverlays(content(), actions)).toEqual({
      paths: { '/a': { get: { tags: ['theirs', 'ours'], 'x-seen': true } }, "/b'c": { get: { tags: ['ours'], 'x-seen': true } } },
      components: { schemas: { Contact: { properties: { id: {} } }, Queue: { enum: ['LOW', 'HIGH'] } } },
    });
    expect(await readOverlays(join(folder, 'good'), 'batch')).toEqual([]);
    expect(await readOverlays(join(folder, 'none'), 'batch')).toEqual([]);
  });

  test('fail loudly when their target is gone, and say what they were for', async () => {
    const actions = await readOverlays(join(folder, 'good'), 'conversation');
    const changed = { ...content(), components: { schemas: { Queue: { enum: [] } } } };
    expect(() => applyOverlays(changed, actions)).toThrow(
      /fixes\.yaml, action 1: its target \$\.components\.schemas\.Contact\.properties\.email is not in the document.*Never seen on the wire/,
    );
  });

  test.each<[string, string, RegExp]>([
    ['without a reason', 'overlay: 1.0.0\nactions: [{ target: $.a, remove: true }]', /action 1 \(\$\.a\) has no "x-reason"/],
    ['without a target', 'overlay: 1.0.0\nactions: [{ x-reason: a, remove: true }]', /has no "target"/],
    [
      'that neither update nor remove',
      'overlay: 1.0.0\nactions: [{ target: $.a, x-reason: a }]',
      /needs either "update" or "remove: true"/,
    ],
    ['that do both', 'overlay: 1.0.0\nactions: [{ target: $.a, x-reason: a, remove: true, update: 1 }]', /needs either/],
    ['of another form', 'openapi: 3.1.0', /is not an overlay/],
    ['that are not YAML', 'overlay: [', /is not YAML/],
  ])('%s are refused', async (name, text, message) => {
    await expect(readOverlays(overlays(name.replaceAll(' ', '-'), text), 'conversation')).rejects.toThrow(message);
  });

  test('with a target that is no JSONPath are refused', () => {
    const action = { place: 'fixes.yaml, action 1', target: '$.[', reason: 'x', remove: true, update: undefined };
    expect(() => applyOverlays(content(), [action])).toThrow(/"\$\.\[" is not a JSONPath/);
  });

  test('that ship with the repository can be read', async () => {
    for (const kind of ['conversation', 'batch'] as const) await readOverlays(join(repository, 'spec/overlays'), kind);
  });
});

describe('drift notes', () => {
  const notes = (seen: unknown[]) => JSON.stringify({ version: 1, seen });

  test('put first what production has met, and name what the document does not explain', async () => {
    const document = vendorDocument();
    schema(document, 'ContactMessage').properties.mood = { type: 'string' } as never;
    schema(document, 'ConversationChannel').enum.push('CARRIER_PIGEON');
    delete schema(document, 'Contact').properties.email;
    const drift = put(
      'drift.json',
      notes([
        { kind: 'field', where: 'MESSAGE_INBOUND message.contact_message.mood', count: 3, first: '2026-05-01', last: '2026-05-02' },
        { kind: 'value', where: 'contacts.list contacts[].channel_identities[].channel=CARRIER_PIGEON', count: 40 },
        { kind: 'field', where: 'contacts.get shoe_size', count: 2 },
        { kind: 'event', where: 'telepathy_notification', count: 1 },
      ]),
    );
    const result = await updateSpec({ repository, file: put('met.json', JSON.stringify(document)), drift, compile: [] });
    expect(result.changes.map(({ where, seen }) => [where, seen])).toEqual([
      ['ConversationChannel', 40],
      ['ContactMessage.mood', 3],
      ['Contact.email', undefined],
    ]);
    expect(result.report).toMatch(/## Met in production\n\n- met 40 times\. `ConversationChannel` has a new value: `CARRIER_PIGEON`/);
    expect(result.report).toMatch(
      /## Still unknown, though production has met it\n\n- field `contacts\.get shoe_size`, 2 times\n- event `telepathy_notification`, 1 time$/m,
    );
  });

  test.each<[string, string, RegExp]>([
    ['not JSON', '{"version": 1, "seen": [', /cannot be read as JSON/],
    ['another version', '{"version": 2, "seen": []}', /needs "version": 1/],
    ['no list', '{"version": 1}', /needs "version": 1 and a list "seen"/],
    ['a note without a count', notes([{ kind: 'field', where: 'a b' }]), /note 1 needs "kind"/],
    [
      'a note of an unknown kind',
      notes([
        { kind: 'field', where: 'a b', count: 1 },
        { kind: 'odour', where: 'a', count: 1 },
      ]),
      /note 2 needs "kind"/,
    ],
  ])('%s are refused', async (name, text, message) => {
    const drift = put(`${name.replaceAll(' ', '-')}.json`, text);
    await expect(updateSpec({ repository, file: put('same.json', JSON.stringify(vendorDocument())), drift })).rejects.toThrow(message);
  });
});

describe('the command', () => {
  async function run(...args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const code = await main([...args, '--repository', repository], { out: write, err: write });
    return { code, text: lines.join('\n') };
  }

  test('prints the report and ends with 0 when nothing changed, 10 when compatible', async () => {
    const same = put('command-same.json', JSON.stringify(vendorDocument()));
    expect(await run(same)).toMatchObject({ code: 0, text: expect.stringContaining('Nothing changed.') });
    const document = vendorDocument();
    schema(document, 'DeliveryStatus').enum.push('SEEN');
    const { code, text } = await run('--', put('command-new.json', JSON.stringify(document)), '--no-compile');
    expect(code).toBe(10);
    expect(text).toMatch(/^# What changed in the conversation document/);
    expect(text).toContain('1 change, 0 of them breaking');
    expect(text).toContain('Nothing was written: this was a rehearsal, --write does it.');
  });

  test('ends with 20 when breaking, and says what --write still wants', async () => {
    const document = vendorDocument();
    delete schema(document, 'Contact').properties.email;
    const { code, text } = await run(put('command-breaking.json', JSON.stringify(document)), '--no-compile', '--write');
    expect(code).toBe(20);
    expect(text).toContain('Nothing was written: breaking changes want a reason.');
  });

  test.each<[string, string[], string]>([
    ['no file', [], 'name one OpenAPI document'],
    ['two files', ['a.json', 'b.json'], 'name one OpenAPI document'],
    ['an unknown option', ['a.json', '--force'], "Unknown option '--force'"],
    ['an unknown document', ['a.json', '--document', 'sms'], 'not "sms"'],
    ['an empty reason', ['a.json', '--accept-breaking', ' '], '--accept-breaking needs a reason'],
    ['a file that is not there', ['a.json'], 'a.json is not a file'],
  ])('ends with 1 on %s', async (_, args, text) => {
    expect(await run(...args)).toMatchObject({ code: 1, text: expect.stringContaining(text) });
  });

  test('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, text: expect.stringContaining('--accept-breaking') });
  });
});
