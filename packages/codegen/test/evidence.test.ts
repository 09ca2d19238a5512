import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadSpec, type Spec } from '../src/load-spec.ts';
import { jsonSchema, refName, type Schema } from '../src/openapi.ts';

const KNOWN = ['stated', 'all SDKs', 'observed'];

let spec: Spec;
beforeAll(async () => {
  spec = await loadSpec(join(fileURLToPath(new URL('../../..', import.meta.url)), 'spec'));
});

/** The schemas that a request can hold. */
function sentSchemas(): [name: string, schema: Schema][] {
  const names = new Set<string>();
  const visit = (schema: Schema | false | boolean | undefined): void => {
    if (!schema || typeof schema !== 'object') return;
    const name = refName(schema);
    if (name !== undefined) {
      if (names.has(name)) return;
      names.add(name);
      visit(spec.schemas[name]);
      return;
    }
    const parts = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
    for (const part of [...parts, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(part);
  };
  for (const document of [spec.conversation, spec.batch]) {
    for (const item of Object.values(document.paths)) {
      for (const operation of [item.get, item.post, item.put, item.patch, item.delete]) visit(jsonSchema(operation?.requestBody));
    }
  }
  return [...names].map((name) => [name, spec.schemas[name] as Schema]);
}

test('what a request must hold says how that is known, and no guess is among it', () => {
  const sent = sentSchemas();
  expect(sent.length).toBeGreaterThan(100);
  for (const [name, { required = [], 'x-evidence': evidence }] of sent) {
    const known = required.map((key) => [key, typeof evidence === 'object' ? evidence[key] : evidence]);
    expect([name, known.filter(([, how]) => !KNOWN.includes(how as string))]).toEqual([name, []]);
    // evidence of a key that is not required is left over from an edit
    if (typeof evidence === 'object') expect([name, Object.keys(evidence)]).toEqual([name, required]);
    else if (evidence !== undefined) expect([name, required.length > 0]).toEqual([name, true]);
  }
});

test('a body that asks for more than its schema says how that is known', () => {
  const bodies = Object.values(spec.conversation.paths).flatMap((item) =>
    [item.post, item.put, item.patch].flatMap((operation) => jsonSchema(operation?.requestBody) ?? []),
  );
  const more = bodies.filter(({ required }) => required !== undefined);
  expect(more.map(({ title, required, 'x-evidence': evidence }) => [title, required, evidence])).toEqual([
    ['V2TemplateUpdate', ['id', 'version'], 'stated'],
  ]);
});

test('a PATCH takes a part of what it changes', () => {
  // the metadata are all that can be changed of a message
  const whole = new Set(['UpdateMessageRequest']);
  const bodies = Object.values(spec.conversation.paths).flatMap((item) => refName(jsonSchema(item.patch?.requestBody)) ?? []);
  expect(bodies.length).toBeGreaterThan(5);
  for (const name of bodies) if (!whole.has(name)) expect([name, spec.schemas[name]?.required ?? []]).toEqual([name, []]);
});
