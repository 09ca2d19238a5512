import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadSpec, type Spec } from '../src/load-spec.ts';
import type { Document } from '../src/openapi.ts';
import { applyChanges, pruneSchemas } from '../src/update/apply-changes.ts';
import { compareDocuments } from '../src/update/compare-documents.ts';
import type { JsonObject } from '../src/update/json.ts';
import { normalise } from '../src/update/normalise.ts';
import { ROWS } from './helpers/changes.ts';
import { changed, type LooseDocument, operation, repository, schema, vendorDocument, withoutErrors } from './helpers/documents.ts';

// an update takes seconds, and longer on a busy machine
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const workspace = mkdtempSync(join(tmpdir(), 'convapi-apply-'));
afterAll(() => rmSync(workspace, { recursive: true }));

let before: Spec;
let ours: Document;
beforeAll(async () => {
  before = await loadSpec(join(repository, 'spec'));
  ours = normalise('ours', before.conversation as unknown as JsonObject);
});

let copies = 0;

/** A copy of spec/ brought up to a changed document; the error when that does not end with both saying the same. */
async function applied(changes: ((document: LooseDocument) => unknown)[], aliases = false): Promise<string> {
  const document = changes.reduce((current, change) => changed(current, change), vendorDocument());
  const theirs = normalise('theirs', document);
  const folder = join(workspace, `spec-${copies++}`);
  cpSync(join(repository, 'spec'), folder, { recursive: true });
  const after = await applyChanges(compareDocuments('conversation', ours, theirs), {
    folder,
    before,
    document: 'conversation',
    theirs,
    aliases,
  });
  await pruneSchemas(folder, before, after);
  return folder;
}

/** Lines that a file lost and got. */
function linesChanged(folder: string, file: string): { lost: string[]; got: string[] } {
  const [old, fresh] = [join(repository, 'spec'), folder].map((root) => readFileSync(join(root, file), 'utf8').split('\n'));
  const lost = (old ?? []).filter((line) => !fresh?.includes(line));
  return { lost, got: (fresh ?? []).filter((line) => !old?.includes(line)) };
}

describe('each kind of change', () => {
  // those that speak of the same place are put to the test one after another
  const batches = Array.from({ length: 6 }, (_, index) => ROWS.filter((_row, at) => at % 6 === index));
  test.each(batches.map((rows) => [rows.map(([kind]) => kind).join(', '), rows] as const))(
    'is put into the YAML files: %s',
    async (_, rows) => {
      const seen = new Set<string>();
      const apart = rows.filter(([, where]) => {
        const place = where.split(/[ .]/)[0] as string;
        return seen.has(place) ? false : seen.add(place);
      });
      await applied(apart.map(([, , change]) => change));
      for (const [, , change] of rows.filter((row) => !apart.includes(row))) await applied([change]);
    },
    60_000,
  );
});

describe('what is ours alone', () => {
  const edit = (document: LooseDocument) => {
    const contact = schema(document, 'Contact');
    delete contact.properties.email;
    contact.properties.nickname = { type: 'string' } as never;
    operation(document, 'Messages_ListMessages').parameters.push({ name: 'tag', in: 'query', schema: { type: 'string' } });
    schema(document, 'DeliveryStatus').enum.push('SEEN');
    // nothing that we added is in the vendor's document
    const text = JSON.stringify(document, (key, value) =>
      /^x-(pagination|retry|evidence|uncertain|any-of-query)$/.test(key) ? undefined : value,
    );
    const bare = JSON.parse(text.replace(/"description":"(?:[^"\\]|\\.)*"/g, '"description":"Vendor."')) as LooseDocument;
    withoutErrors(bare);
    return bare;
  };

  test('survives: texts, extensions, errors; only the lines of the change differ', async () => {
    const folder = await applied([edit]);
    expect(linesChanged(folder, 'schemas/contacts.yaml').got).toEqual(['    nickname:']);
    expect(linesChanged(folder, 'paths/messages.yaml')).toEqual({ lost: [], got: ['      - name: tag'] });
    expect(linesChanged(folder, 'schemas/common.yaml')).toEqual({ lost: [], got: ['    - SEEN'] });
    for (const file of ['paths/contacts.yaml', 'conversation.yaml', 'responses.yaml', 'paths/callbacks.yaml', 'schemas/apps.yaml']) {
      expect(linesChanged(folder, file)).toEqual({ lost: [], got: [] });
    }
  });

  test('survives in a schema that is replaced as a whole', async () => {
    const folder = await applied([
      (document) => {
        const message = schema(document, 'ConversationMessage') as unknown as {
          properties: JsonObject;
          oneOf: { properties: JsonObject }[];
        };
        message.properties = { ...message.properties, ...message.oneOf[0]?.properties, ...message.oneOf[1]?.properties };
        Object.assign(message, { oneOf: [{ required: ['app_message', 'id'] }, { required: ['contact_message', 'id'] }] });
      },
    ]);
    const text = readFileSync(join(folder, 'schemas/messages.yaml'), 'utf8');
    expect(text).toMatch(/app_message:\n(.*\n){1,3} +description: Content of a message sent by the app\./);
  });
});
