import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ClassDeclaration, type Node, Project, SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { vendorModels } from '../scripts/write-vendor-models.mjs';
import { CALLS } from '../src/index.ts';
import { KNOWN_VENDOR_TYPES, toOurType } from '../src/table/type-names.ts';
import { apiOf } from '../src/vendor/declarations.ts';

/** The rows of the generated operation table of the client: `// Contact_GetContact` and `get: 'GET /v1/… query items=contacts'`. */
const generated = readFileSync(new URL('../../client/src/generated/operations.ts', import.meta.url), 'utf8');
const operations = [...generated.matchAll(/^ {2}(\w+): \{\n([\s\S]*?)^ {2}\}/gm)].flatMap(([, resource, methods = '']) =>
  [...methods.matchAll(/\/\/ (\w+)\n\s+(\w+): '([^']+)'/g)].map(([, operation = '', method, row = '']) => {
    const [, path = '', ...words] = row.split(' ');
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'project_id');
    const items = words.find((word) => word.startsWith('items='))?.slice('items='.length);
    return {
      operation,
      name: `${resource}.${method}`,
      parameters,
      items,
      body: words.includes('body'),
      query: words.includes('query'),
      words,
    };
  }),
);
/** The vendor's SDK has no batches. */
const known = operations.filter(({ words }) => !words.includes('host=batch'));
const rowOf = (name: string) => CALLS.find(({ ours }) => `${ours.resource}.${ours.method}` === name);

test('has a row for every operation of the client but those of the batch host', () => {
  expect(operations.length).toBeGreaterThan(60);
  expect(CALLS.map(({ ours }) => `${ours.resource}.${ours.method}`).sort()).toEqual(known.map(({ name }) => name).sort());
});

test.each(known)('$name takes what its row says', ({ operation, name, parameters, body, query, items }) => {
  const row = rowOf(name);
  expect(row?.operation).toBe(operation);
  expect(row?.path).toEqual(parameters);
  expect(row?.body !== undefined).toBe(body);
  expect((row?.query.length ?? 0) > 0).toBe(query);
  if (row?.list) expect(row.list.items).toBe(items);
});

describe('held against the declarations of @sinch/sdk-core', () => {
  const sdk = vendorProgram();

  test('every method of the resources is in the table', () => {
    const resources = [...new Set(CALLS.map(({ vendor }) => vendor.resource))];
    expect(
      sdk
        .propertiesOf('ConversationService')
        .filter((name) => /^[a-z]\w*$/.test(name) && !/^(set|lazy)/.test(name))
        .sort(),
    ).toEqual([...resources].sort());
    for (const resource of resources) {
      const ours = CALLS.filter(({ vendor }) => vendor.resource === resource);
      const methods = ours.flatMap(({ vendor, variants }) => [vendor.method, ...variants.map(({ method }) => method)]);
      expect(sdk.methodsOf(apiOf(resource)), resource).toEqual(methods.sort());
    }
  });

  test('every key of an argument is in the table', () => {
    for (const { data, path, body, query } of CALLS) {
      expect(sdk.fieldsOf(data), data).toEqual([...path, ...(body ? [body.key] : []), ...query].sort());
    }
  });

  test('every type of the namespace is one of ours, or is known to be missing', () => {
    const missing = sdk.types().filter((name) => toOurType(name) === undefined);
    const without = ['ChannelTemplateOverride', 'ChoiceBase', 'EventInboundEventBase', 'SMSCredentials', 'WhatsAppInteractiveMessageBase'];
    expect(missing.sort()).toEqual(without);
    expect(sdk.types().filter((name) => !KNOWN_VENDOR_TYPES.includes(name) && toOurType(name) !== undefined)).toEqual([]);
  });
});

test('the generated models are those of the document', () => {
  expect(readFileSync(new URL('../src/generated/vendor-models.ts', import.meta.url), 'utf8')).toBe(vendorModels());
});

/** What the installed SDK declares. */
function vendorProgram() {
  const require = createRequire(import.meta.url);
  const core = createRequire(require.resolve('@sinch/sdk-core/package.json'));
  const entry = core.resolve('@sinch/conversation').replace(/\.js$/, '.d.ts');
  const project = new Project({ compilerOptions: { strict: true, moduleResolution: 100, skipLibCheck: true, types: [] } });
  const file = project.addSourceFileAtPath(entry);
  project.resolveSourceFileDependencies();
  const exported = file.getExportedDeclarations();
  const namespace = project.getSourceFileOrThrow((one) => /models\/index\.d\.ts$/.test(one.getFilePath())).getExportedDeclarations();
  const classOf = (name: string) =>
    (exported.get(name)?.[0] as Node | undefined)?.asKindOrThrow(SyntaxKind.ClassDeclaration) as ClassDeclaration;
  return {
    propertiesOf: (name: string) =>
      classOf(name)
        .getProperties()
        .map((one) => one.getName()),
    methodsOf: (name: string) =>
      classOf(name)
        .getMethods()
        .filter((one) => !one.hasModifier('private') && /RequestData/.test(one.getParameters()[0]?.getText() ?? ''))
        .map((one) => one.getName())
        .sort(),
    fieldsOf: (name: string) => (namespace.get(name)?.[0]?.getType().getProperties() ?? []).map((one) => one.getName()).sort(),
    types: () => [...namespace].flatMap(([name, [one]]) => (one?.getKindName().match(/Interface|TypeAlias/) ? [name] : [])),
  };
}
