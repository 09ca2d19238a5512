import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAcceptances } from '../src/update/acceptances.ts';
import { compareDocuments } from '../src/update/compare-documents.ts';
import type { DocumentForm } from '../src/update/document-form.ts';
import { main } from '../src/update/main.ts';
import { withSafeNames } from '../src/update/safe-names.ts';
import {
  type LooseDocument,
  operation,
  repository,
  saidBy,
  schema,
  templateDocument,
  vendorDocument,
  withoutTemplates,
} from './helpers/documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'convapi-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

let ours: DocumentForm;
beforeAll(() => {
  ours = saidBy(vendorDocument());
});

const names = (changes: { kind: string; where: string }[]) => changes.map(({ kind, where }) => `${kind} ${where}`);
const safe = (document: LooseDocument) => saidBy(withSafeNames(document) as LooseDocument);

describe('the three documents of the vendor', () => {
  test('the conversation document does not speak of templates: nothing goes, and it is said', () => {
    const { changes, unspoken } = compareDocuments('conversation', ours, saidBy(withoutTemplates(vendorDocument())));
    expect(changes).toEqual([]);
    expect(unspoken).toEqual([
      '`v1 templates` on `https://{region}.template.api.sinch.com` (5 operations)',
      '`v2 templates` on `https://{region}.template.api.sinch.com` (6 operations)',
    ]);
  });

  test('the template document is compared with the templates alone, on their host', () => {
    const { changes, unspoken } = compareDocuments('template', ours, safe(templateDocument()));
    expect(changes).toEqual([]);
    expect(unspoken).toEqual(['`v1 templates` on `https://{region}.template.api.sinch.com` (5 operations)']);
  });

  test('an operation less in a part that it speaks of is gone', () => {
    const document = templateDocument();
    delete document.paths['/v2/projects/{project_id}/templates/{template_id}/translations'];
    expect(names(compareDocuments('template', ours, safe(document)).changes)).toEqual(['operation.removed Templates_v2_ListTranslations']);
  });

  test('templates on another host are told as that', () => {
    const document = templateDocument();
    Object.assign(document.servers[0] ?? {}, { url: 'https://{region}.templates.example.com' });
    expect(names(compareDocuments('template', ours, safe(document)).changes)).toEqual([
      'server.changed https://{region}.templates.example.com',
    ]);
  });

  test('more that is asked of a schema beside its reference is told, as the template document writes it', () => {
    const document = templateDocument();
    const post = operation(document, 'Templates_v2_CreateTemplate');
    const json = (post.requestBody as { content: Record<string, { schema: object }> }).content['application/json'];
    Object.assign(json?.schema ?? {}, { required: ['default_translation', 'translations', 'description'] });
    const found = names(compareDocuments('template', ours, safe(document)).changes);
    expect(found).toContain('property.required V2Template.description');
  });

  test('a part that the document before spoke of, and this one does not, is gone', () => {
    const before = saidBy(vendorDocument());
    const { changes, unspoken } = compareDocuments('conversation', ours, saidBy(withoutTemplates(vendorDocument())), before);
    expect(changes.filter(({ kind }) => kind === 'operation.removed')).toHaveLength(11);
    expect(unspoken).toEqual([]);
  });

  test('what the document before said, and this one does not, is a change; what neither said is kept', () => {
    const document = vendorDocument();
    delete schema(document, 'Contact').properties.metadata?.maxLength;
    const theirs = saidBy(document);
    expect(names(compareDocuments('conversation', ours, theirs).changes)).toEqual([]);
    expect(names(compareDocuments('conversation', ours, theirs).silent)).toEqual(['limit.widened Contact.metadata']);
    expect(names(compareDocuments('conversation', ours, theirs, theirs).silent)).toEqual(['limit.widened Contact.metadata']);
    expect(names(compareDocuments('conversation', ours, theirs, ours).changes)).toEqual(['limit.widened Contact.metadata']);
  });
});

describe('accepted changes', () => {
  test.each<[string, string, RegExp]>([
    ['without a reason', '- change: property.removed Contact.email', /entry 1 \(property\.removed Contact\.email\) has no "reason"/],
    ['of a kind that there is not', '- { change: property.gone Contact.email, reason: x }', /entry 1 needs "change"/],
    ['that are no list', 'change: x', /is not a list/],
    ['that are not YAML', '- [', /is not YAML/],
  ])('%s are refused', async (name, text, message) => {
    const home = mkdtempSync(join(folder, name.replaceAll(' ', '-')));
    mkdirSync(join(home, 'spec'));
    writeFileSync(join(home, 'spec/accepted.yaml'), text);
    await expect(readAcceptances(home)).rejects.toThrow(message);
  });

  test('that ship with the repository can be read', async () => {
    await readAcceptances(repository);
  });
});

describe('the findings', () => {
  async function run(...args: string[]): Promise<string> {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    await main([...args, '--no-compile', '--repository', repository], { out: write, err: write });
    return lines.join('\n');
  }

  test('are printed as data and as annotations, and in short for a pull request', async () => {
    const document = vendorDocument();
    delete schema(document, 'Contact').properties.email;
    const file = join(folder, 'found.json');
    writeFileSync(file, JSON.stringify(document));
    const summary = join(folder, 'summary.md');
    const data = JSON.parse(await run(file, '--format', 'json', '--summary', summary));
    expect(data).toMatchObject({ document: 'conversation', exitCode: 20, written: false, bumps: { core: 'minor' } });
    expect(data.changes).toEqual([
      expect.objectContaining({
        kind: 'property.removed',
        where: 'Contact.email',
        level: 'major',
        text: '`Contact.email` is no longer a field (was: `string`).',
      }),
    ]);
    const short = readFileSync(summary, 'utf8');
    expect(short).toContain('**1 change, 1 of them breaking');
    expect(short).toContain('## What to do\n\n- Read "Breaking".');
    expect(short.split('\n').length).toBeLessThan(60);
    expect(await run(file, '--format', 'github')).toMatch(
      /^::error title=property\.removed Contact\.email::`Contact\.email` is no longer a field/,
    );
  }, 120_000);
});
