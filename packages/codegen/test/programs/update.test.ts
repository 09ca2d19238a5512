import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { generateFiles } from '../../src/generate-files.ts';
import type { Judged } from '../../src/update/find-touches.ts';
import { type UpdateOptions, type UpdateResult, updateSpec } from '../../src/update/update-spec.ts';
import { createWorkspace, type Workspace } from '../../src/update/workspace.ts';
import { bumpsOf } from '../../src/update/write-changeset.ts';
import { findDrift } from '../../src/write-files.ts';
import {
  addArchiveOperation,
  addEditedWebhook,
  type LooseDocument,
  oldDocument,
  renamed,
  repository,
  schema,
  toOpenApi30,
  vendorDocument,
} from '../helpers/documents.ts';

// an update takes seconds, and longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 });

const workspace = mkdtempSync(join(tmpdir(), 'convapi-update-'));
const copies: Workspace[] = [];
afterAll(async () => {
  rmSync(workspace, { recursive: true });
  for (const copy of copies) await copy.remove();
});

/** A file with a document, as if it had been downloaded. */
function download(name: string, document: LooseDocument): string {
  const file = join(workspace, name);
  writeFileSync(file, name.endsWith('.yaml') ? stringify(document, { aliasDuplicateObjects: false }) : JSON.stringify(document));
  return file;
}

/** Rehearses an update of this repository; nothing is compiled, because one run at the end compiles everything. */
async function rehearse(name: string, document: LooseDocument, options: Partial<UpdateOptions> = {}): Promise<UpdateResult> {
  return updateSpec({ repository, file: download(name, document), compile: [], ...options });
}

/** A copy of this repository, to be written to. */
async function copyRepository(): Promise<string> {
  const copy = await createWorkspace(repository);
  copies.push(copy);
  return copy.folder;
}

/** Generated code of an update with lines that use it: compiled at the end, all together. */
const toCompile: string[] = [];

function compileLater(name: string, { files }: UpdateResult, ...lines: string[]): void {
  for (const path of [
    'core/src/generated/schemas.ts',
    'core/src/generated/values.ts',
    'core/src/generated/webhook-events.ts',
    'client/src/generated/resources.ts',
    'client/src/generated/queries.ts',
  ]) {
    const text = files.get(`packages/${path}`) ?? readFileSync(join(repository, 'packages', path), 'utf8');
    const local = text
      .replaceAll("'@convapi/core'", "'./core.ts'")
      .replaceAll("'../open-types.ts'", `'${join(repository, 'packages/core/src/open-types.ts')}'`)
      .replaceAll("'../call.ts'", `'${join(repository, 'packages/client/src/call.ts')}'`);
    write(join(workspace, 'compiled', name, basename(path)), local);
  }
  const core = ['./schemas.ts', join(repository, 'packages/core/src/open-types.ts')];
  write(join(workspace, 'compiled', name, 'core.ts'), core.map((file) => `export type * from '${file}';\n`).join(''));
  const heads = ['schemas', 'webhook-events', 'resources', 'queries'].map(
    (one) => `import type * as ${one.replace('-e', 'E')} from './${one}.ts';`,
  );
  const use = [
    ...heads,
    "import type { Resources } from './resources.ts';",
    "import * as values from './values.ts';",
    'declare const client: Resources;',
    'void client, values;',
    'export type All = [typeof schemas, typeof webhookEvents, typeof resources, typeof queries];',
    ...lines,
  ];
  write(join(workspace, 'compiled', name, 'use.ts'), use.join('\n').replace(/^export type All.*$/m, ''));
  toCompile.push(`${name}/use.ts`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** `@convapi/core minor` for each package that a changeset names. */
function bumps({ changeset }: UpdateResult): string[] {
  return [...changeset.matchAll(/^"@convapi\/([\w-]+)": (\w+)$/gm)].map(([, name, level]) => `${name} ${level}`);
}

describe('a document that changes nothing', () => {
  test.each<[string, () => LooseDocument]>([
    ['the document of before', vendorDocument],
    ['it in the words of 3.0', () => toOpenApi30(vendorDocument())],
    ['the batch document', () => vendorDocument('batch')],
  ])('is %s: exit 0, no changeset', async (name, document) => {
    const result = await rehearse(`same-${name.length}.json`, document());
    expect(result).toMatchObject({ exitCode: 0, level: undefined, changes: [], changeset: '', written: false });
    expect([...result.files.keys()].filter((file) => !/^spec\/(spec\.lock|vendor\/\w+)\.json$/.test(file))).toEqual([]);
  });
});

describe('an operation added', () => {
  let result: UpdateResult;
  beforeAll(async () => {
    result = await rehearse('added.yaml', addArchiveOperation(vendorDocument()));
    compileLater(
      'added',
      result,
      "export const state: string | undefined = (await client.contacts.archive('01', { reason: 'moved' }, { notify: true })).state;",
      '// @ts-expect-error the reason is required',
      "await client.contacts.archive('01', {});",
      '// @ts-expect-error values that are received are open, but still text',
      "export const wrong: number | undefined = (await client.contacts.archive('01', { reason: 'moved' })).state;",
    );
  });

  test('is compatible: minor for the packages that have methods, types and routes', () => {
    expect(result.exitCode).toBe(10);
    expect(bumps(result)).toEqual(['client minor', 'core minor', 'emulator minor']);
  });

  test('is told with its method and its route, which the emulator does not know', () => {
    expect(result.report).toContain(
      '`Contact_ArchiveContact` is a new operation: `POST /v1/projects/{project_id}/contacts/{contact_id}:archive`.',
    );
    expect(result.report).toContain(
      'methods `client.contacts.archive`; emulator `POST /v1/projects/{project_id}/contacts/{contact_id}:archive (not emulated: answers 501)`',
    );
    expect(result.changeset).toContain('- `Contact_ArchiveContact` is a new operation');
  });

  test('stands in the file of its domain, with our tag, our errors and names for its bodies', () => {
    const paths = result.files.get('spec/paths/contacts.yaml') ?? '';
    expect(paths).toContain(
      "# The texts below are the vendor's: put them in our own words.\n/v1/projects/{project_id}/contacts/{contact_id}:archive:",
    );
    expect(paths.split(':archive:')[1]).toMatch(/tags:\n {6}- Contacts\n/);
    expect(paths.split(':archive:')[1]).toContain('$ref: ../schemas/contacts.yaml#/ArchiveContactRequest');
    expect(paths.split(':archive:')[1]).toContain('$ref: ../responses.yaml#/TooManyRequests');
    expect(result.files.get('spec/schemas/contacts.yaml')).not.toContain('x-internal');
    expect(result.files.get('spec/conversation.yaml')).toContain(
      '$ref: paths/contacts.yaml#/~1v1~1projects~1{project_id}~1contacts~1{contact_id}:archive',
    );
  });
});

describe('a field made required', () => {
  test('in a request is breaking: the method, the builder and the route are named', async () => {
    const document = vendorDocument();
    schema(document, 'SendMessageRequest').required.push('correlation_id');
    const result = await rehearse('required.json', document);
    expect(result.exitCode).toBe(20);
    expect(bumps(result)).toEqual(['client minor', 'core minor', 'emulator minor', 'message-builder minor']);
    expect(result.changeset).toContain(
      '**Breaking**\n\n- `SendMessageRequest.correlation_id` must be sent now. Send it. (`client.messages.send`',
    );
    expect(result.report).toMatch(/builders .*`send`; emulator `POST \/v1\/projects\/\{project_id\}\/messages:send`/);
    expect(result.files.get('packages/message-builder/src/generated/shapes.ts')).toBeDefined();
    compileLater(
      'required',
      result,
      '// @ts-expect-error correlation_id is missing',
      "await client.messages.send({ app_id: 'a', recipient: { contact_id: 'c' }, message: { text_message: { text: 'x' } } });",
    );
  });

  test('in an answer is compatible', async () => {
    const document = vendorDocument();
    schema(document, 'SendMessageResponse').required = ['message_id'];
    const result = await rehearse('always-there.json', document);
    expect(result.exitCode).toBe(10);
    expect(result.changeset).toContain('- `SendMessageResponse.message_id` is always there now.');
    compileLater(
      'always-there',
      result,
      'export const id = async (): Promise<string> => (await client.messages.send({} as never)).message_id;',
    );
  });
});

describe('values of enums', () => {
  test('removed where they are sent are breaking, added where they arrive are not', async () => {
    const document = vendorDocument();
    schema(document, 'MessageQueue').enum = ['NORMAL_PRIORITY'];
    schema(document, 'DeliveryStatus').enum.push('PARTIALLY_DELIVERED');
    const result = await rehearse('enums.json', document);
    expect(result.exitCode).toBe(20);
    expect(result.changes.map(({ kind, where, level }) => `${level} ${kind} ${where}`)).toEqual([
      'major enum.removed MessageQueue',
      'minor enum.added DeliveryStatus',
    ]);
    expect(result.changeset).toContain('`MessageQueue` no longer takes a value (was: `HIGH_PRIORITY`). Stop sending the value.');
    expect(result.changeset).toContain('`DeliveryStatus` has a new value: `PARTIALLY_DELIVERED`. (`MESSAGE_DELIVERY`, `EVENT_DELIVERY`)');
    expect(bumps(result)).toContain('webhook-verifier minor');
    compileLater(
      'enums',
      result,
      "export const known: schemas.DeliveryStatus = 'PARTIALLY_DELIVERED';",
      '// @ts-expect-error the value is gone',
      "export const gone: schemas.MessageQueue = 'HIGH_PRIORITY';",
    );
  });
});

describe('a webhook added', () => {
  test('is an event with its payload, told apart by its key', async () => {
    const result = await rehearse('webhook.json', addEditedWebhook(vendorDocument()));
    expect(result.exitCode).toBe(10);
    expect(bumps(result)).toEqual(['client minor', 'core minor', 'emulator minor', 'webhook-verifier minor']);
    expect(result.changeset).toContain('- `MESSAGE_EDITED` is a new webhook: `MessageEditedEvent`.');
    expect(result.files.get('spec/schemas/callbacks.yaml')).toMatch(
      /MessageEditedEvent:\n {2}allOf:\n {4}- \$ref: "#\/ConversationCallbackEvent"/,
    );
    compileLater(
      'webhook',
      result,
      'export function read(event: webhookEvents.WebhookEvent): string | undefined {',
      "  return event.trigger === 'MESSAGE_EDITED' ? event.message_edited_notification.message_id : undefined;",
      '}',
    );
  });
});

describe('a schema renamed', () => {
  const document = () => renamed(vendorDocument(), 'DeliveryStatus', 'MessageDeliveryStatus');

  test('is breaking, because a type name goes', async () => {
    const result = await rehearse('renamed.json', document());
    expect(result.exitCode).toBe(20);
    expect(result.changes).toHaveLength(1);
    expect(result.changeset).toContain(
      '- `DeliveryStatus` has another name: `DeliveryStatus` → `MessageDeliveryStatus`. Use the new name.',
    );
    compileLater(
      'renamed',
      result,
      "export const status: schemas.MessageDeliveryStatus = 'FAILED';",
      '// @ts-expect-error the old name is gone',
      'export type Old = schemas.DeliveryStatus;',
    );
  });

  test('is compatible when the old name stays as an alias', async () => {
    const result = await rehearse('renamed.json', document(), { aliases: true });
    expect(result.exitCode).toBe(10);
    expect(result.files.get('packages/core/src/generated/schemas.ts')).toContain(
      '/** @deprecated Renamed: use {@link MessageDeliveryStatus}. */\nexport type DeliveryStatus = MessageDeliveryStatus;',
    );
    expect(result.files.get('packages/core/src/generated/values.ts')).toContain(
      'export const DELIVERY_STATUSES = MESSAGE_DELIVERY_STATUSES;',
    );
    compileLater(
      'alias',
      result,
      'export const status: schemas.DeliveryStatus = values.DELIVERY_STATUSES[0] satisfies schemas.MessageDeliveryStatus;',
    );
  });
});

/** Parts of ours of which it has no operation at all. */
const UNSPOKEN = [
  '`v1 capability` on `https://{region}.conversation.api.sinch.com` (1 operation)',
  '`v1 settings` on `https://{region}.conversation.api.sinch.com` (4 operations)',
];

describe('a document of the first year, with half of the operations', () => {
  test('is breaking; operations and their types go, webhooks that it does not speak of stay', async () => {
    const result = await rehearse('2021.yaml', oldDocument());
    expect(result.exitCode).toBe(20);
    const removed = result.changes.filter(({ kind }) => kind === 'operation.removed');
    expect(removed).toHaveLength(26);
    expect(result.unspoken).toEqual(UNSPOKEN);
    expect(result.changes.some(({ kind }) => kind.startsWith('webhook.') || kind.startsWith('type.'))).toBe(false);
    expect(result.changes.filter(({ kind }) => kind === 'schema.removed').map(({ where }) => where)).toContain('AppUpdateRequest');
    expect(result.errors?.map(({ file }) => file)).toContain('packages/codegen/src/postman');
    compileLater('2021', result, '// @ts-expect-error gone', 'void client.messages.send;', 'void client.apps.list;');
  });
});

describe('written', () => {
  test('it changes spec/, the generated code, the lock, the report and a changeset; a second run finds nothing', async () => {
    const folder = await copyRepository();
    const document = addEditedWebhook(addArchiveOperation(vendorDocument()));
    const file = download('write.json', document);
    const first = await updateSpec({ repository: folder, file, write: true, compile: [] });
    expect(first).toMatchObject({ exitCode: 10, written: true });
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const lock = JSON.parse(read('spec/spec.lock.json'));
    expect(lock.documents.conversation).toMatchObject({
      source: 'write.json',
      openapi: '3.1.0',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(lock.generator).toMatch(/^@convapi\/codegen \d+\.\d+\.\d+, openapi-typescript \d/);
    expect(read('spec-diff.md')).toBe(first.report);
    expect(read(`.changeset/spec-${lock.documents.conversation.sha256.slice(0, 12)}.md`)).toBe(first.changeset);
    expect(read('packages/client/src/generated/resources.ts')).toContain('archive(contact_id: string');
    expect(await findDrift(join(folder, 'packages'), await generateFiles(join(folder, 'spec')))).toEqual([]);
    expect(JSON.parse(read('spec/vendor/conversation.json'))).toEqual(JSON.parse(JSON.stringify(document)));

    const second = await updateSpec({ repository: folder, file, write: true, compile: [] });
    expect(second).toMatchObject({ exitCode: 0, written: false, changes: [] });
    expect(read('spec-diff.md')).toBe(first.report);

    // what this document said and the next one does not is taken back
    delete schema(document, 'Contact').properties.metadata?.maxLength;
    delete document.paths['/v1/projects/{project_id}/settings'];
    const third = await updateSpec({ repository: folder, file: download('third.json', document), compile: [] });
    expect(third.unspoken).toEqual([]);
    expect(third.changes.filter(({ kind }) => kind !== 'schema.removed').map(({ kind, where }) => `${kind} ${where}`)).toEqual([
      'operation.removed ProjectSettings_CreateSettings',
      'operation.removed ProjectSettings_DeleteSettings',
      'operation.removed ProjectSettings_GetSettings',
      'operation.removed ProjectSettings_UpdateSettings',
      'limit.widened Contact.metadata',
    ]);
    const longest = (text: string | undefined) => text?.match(/maxLength: 1024/g)?.length ?? 0;
    expect(longest(third.files.get('spec/schemas/contacts.yaml'))).toBe(longest(read('spec/schemas/contacts.yaml')) - 1);
  });

  test('breaking changes wait for a reason, for all or for each; the changeset gives it', async () => {
    const folder = await copyRepository();
    const document = vendorDocument();
    delete schema(document, 'Contact').properties.email;
    const options = { repository: folder, file: download('breaking.json', document), write: true, compile: [] };
    const accept = (name: string) =>
      write(join(folder, 'spec/accepted.yaml'), `- change: ${name}\n  reason: The service dropped it on 1 May.\n`);
    accept('property.removed Contact.id');
    const other = await updateSpec(options);
    expect(other).toMatchObject({ exitCode: 20, written: false });
    expect(readFileSync(join(folder, 'spec/schemas/contacts.yaml'), 'utf8')).toBe(
      readFileSync(join(repository, 'spec/schemas/contacts.yaml'), 'utf8'),
    );
    expect(other.report).toContain(
      'but not found: delete the entries\n\n- `property.removed Contact.id`: The service dropped it on 1 May.',
    );
    accept('property.removed Contact.email');
    const accepted = await updateSpec(options);
    expect(accepted).toMatchObject({ exitCode: 20, written: true });
    expect(accepted.report).toContain('accepted: The service dropped it on 1 May.');
    expect(accepted.changeset).toContain('Accepted because: each breaking change is accepted by itself in spec/accepted.yaml');
  });
});

describe('bumps', () => {
  test('are minor for what breaks while the version begins with 0, and major from 1.0.0', () => {
    const packages = join(workspace, 'versions');
    const change = { packages: { core: 'major', client: 'major', emulator: 'patch' } } as unknown as Judged;
    for (const [name, version] of Object.entries({ core: '0.9.0', client: '1.0.0', emulator: '0.1.0' })) {
      write(join(packages, name, 'package.json'), JSON.stringify({ version }));
    }
    expect([...bumpsOf([change], packages)]).toEqual([
      ['client', 'major'],
      ['core', 'minor'],
      ['emulator', 'patch'],
    ]);
  });
});

describe('hand-written code', () => {
  test('that no longer compiles is listed with file and line', async () => {
    const document = vendorDocument();
    schema(document, 'MessageQueue').enum = ['NORMAL_PRIORITY'];
    const { errors, report } = await rehearse('by-hand.json', document, { compile: ['core', 'message-builder'] });
    const found = errors?.find(({ file }) => file === 'packages/message-builder/test/send.test.ts');
    const line = readFileSync(join(repository, 'packages/message-builder/test/send.test.ts'), 'utf8').split('\n')[(found?.line ?? 0) - 1];
    expect(line).toContain('HIGH_PRIORITY');
    expect(report).toContain(`- \`packages/message-builder/test/send.test.ts:${found?.line}\` TS`);
    expect(errors?.every(({ file }) => file.startsWith('packages/message-builder/'))).toBe(true);
  });
});

describe('the generated code of all of these', () => {
  test('compiles', () => {
    const folder = join(workspace, 'compiled');
    const tsconfig = {
      extends: join(repository, 'tsconfig.base.json'),
      compilerOptions: { noEmit: true, allowImportingTsExtensions: true, rewriteRelativeImportExtensions: false },
      files: toCompile,
    };
    write(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    write(join(folder, 'package.json'), '{ "type": "module" }');
    expect(toCompile.length).toBeGreaterThan(6);
    expect(tsc(folder)).toBe('');
  });
});

function tsc(folder: string): string {
  try {
    execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
