import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadSpec, type Spec } from '../../src/load-spec.ts';
import { applyChanges, oursForm, pruneSchemas } from '../../src/update/apply-changes.ts';
import { compareDocuments } from '../../src/update/compare-documents.ts';
import { documentForm } from '../../src/update/document-form.ts';
import type { JsonObject } from '../../src/update/json.ts';
import { normalise } from '../../src/update/normalise.ts';
import { VENDOR_WORDS } from '../../src/update/spec-files.ts';
import { changed, type LooseDocument, operation, repository, schema, vendorDocument, withoutErrors } from '../helpers/documents.ts';
import { MUTATIONS, type Mutation } from '../helpers/mutations.ts';

// an update takes seconds, and longer on a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

/** Each mutation by itself takes minutes; together where they do not meet, seconds. */
const IS_LONG = Number(process.env.CONVAPI_SPEC_RUNS ?? 0) > 2000;

const workspace = mkdtempSync(join(tmpdir(), 'convapi-apply-'));
afterAll(() => rmSync(workspace, { recursive: true }));

let before: Spec;
beforeAll(async () => {
  before = await loadSpec(join(repository, 'spec'));
});

let copies = 0;

/** A copy of `spec/`. */
function copySpec(): string {
  const folder = join(workspace, `spec-${copies++}`);
  cpSync(join(repository, 'spec'), folder, { recursive: true });
  return folder;
}

/** Brings a copy of `spec/` up to a document, after another; the error when that does not end with both saying the same. */
async function bringUp(folder: string, spec: Spec, document: LooseDocument, previous?: LooseDocument): Promise<Spec> {
  const theirs = normalise('theirs', document);
  const last = previous && documentForm(normalise('previous', previous));
  const comparison = compareDocuments('conversation', oursForm(spec, 'conversation'), documentForm(theirs), last);
  const after = await applyChanges(comparison, { folder, before: spec, document: 'conversation', theirs, previous: last, aliases: false });
  await pruneSchemas(folder, spec, after);
  return after;
}

async function applied(changes: ((document: LooseDocument) => unknown)[]): Promise<string> {
  const folder = copySpec();
  await bringUp(folder, before, changes.reduce(changed, vendorDocument()));
  return folder;
}

/** Lines that a file lost and got. */
function linesChanged(folder: string, file: string): { lost: string[]; got: string[] } {
  const [old, fresh] = [join(repository, 'spec'), folder].map((root) => readFileSync(join(root, file), 'utf8').split('\n'));
  const lost = (old ?? []).filter((line) => !fresh?.includes(line));
  return { lost, got: (fresh ?? []).filter((line) => !old?.includes(line)) };
}

/** The text of every file, without the note that words came from the vendor. */
function textsOf(folder: string): Record<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml')).sort();
  const note = new RegExp(`^ *#${VENDOR_WORDS}\n`, 'gm');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(note, '')]));
}

/** What no OpenAPI document of ours can say: it is refused with advice. */
const REFUSED = ['another kind of body', 'another kind of answer'];

/** The evidence of a key goes with it. */
const FORGETFUL = ['a key may be missing'];

describe('there and back again', () => {
  const usable = MUTATIONS.filter(([title, told]) => told.length > 0 && !REFUSED.includes(title));
  // those that speak of the same place are tried one after another
  const batches: [string, Mutation[]][] = [];
  for (const one of usable) {
    const places = one[1].map((name) => name.split(/[ .[{]/)[2] ?? name);
    const free = batches.find(([, rows]) =>
      rows.every(([, told]) => !told.some((name) => places.includes(name.split(/[ .[{]/)[2] ?? name))),
    );
    if (free && !FORGETFUL.includes(one[0]) && !FORGETFUL.includes(free[1][0]?.[0] ?? '')) free[1].push(one);
    else batches.push([one[0], [one]]);
  }

  // what is in the way of others takes a run of its own, and waits for the long tests
  const tried = batches.filter(([, rows]) => IS_LONG || rows.length > 3);
  test.each(tried.map(([, rows]) => [rows.map(([title]) => title).join(', '), rows] as const))(
    'the files are as before: %s',
    async (_, rows) => {
      const folder = copySpec();
      const document = rows.map(([, , change]) => change).reduce(changed, vendorDocument());
      const there = await bringUp(folder, before, document);
      await bringUp(folder, there, vendorDocument(), document);
      const [texts, old] = [textsOf(folder), textsOf(join(repository, 'spec'))];
      const sorted = (text: string | undefined) =>
        (text ?? '')
          .split('\n')
          .filter((line) => !/evidence|(stated|all SDKs)$/.test(line))
          .sort();
      for (const name of Object.keys(old)) {
        if (rows.some(([title]) => FORGETFUL.includes(title))) expect([name, sorted(texts[name])]).toEqual([name, sorted(old[name])]);
        else expect([name, texts[name]]).toEqual([name, old[name]]);
      }
    },
  );

  test.each(MUTATIONS.filter(([title]) => REFUSED.includes(title)))(
    '%s cannot be put into spec/, and the advice is an overlay',
    async (_, __, change) => {
      await expect(applied([change])).rejects.toThrow(/cannot be put into spec\/: \w+\.media .* correct the document with an overlay/);
    },
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
