import { refName, type Schema } from '../openapi.ts';

/** The schemas of one side, by name. */
export type Schemas = Record<string, Schema>;

/** A property as a reader of the wire meets it, wherever it is written down. */
export interface PropertyView {
  schema: Schema;
  /** The named schema that it is inherited from, when that one is seen through. */
  owner: string | undefined;
}

/** What a schema says, whatever its form: the same for a flat object and for one put together from parts. */
export interface SchemaView {
  /** `undefined` when the schema does not say. */
  type: string | undefined;
  values: string[] | undefined;
  properties: Map<string, PropertyView>;
  required: Set<string>;
  /** The keys of each alternative, joined by `+`, of which one must be there. */
  alternatives: string[];
  /** Named schemas that it is one of. */
  variants: string[];
  /** Named schemas that it is all of. */
  bases: string[];
  items: Schema | undefined;
  /** Schema of the values of a map. */
  mapValues: Schema | undefined;
  keys: Schema | undefined;
  schema: Schema;
}

/** A schema without the `null` beside it. */
export function unwrap(schema: Schema): { core: Schema; nullable: boolean } {
  for (const word of ['oneOf', 'anyOf'] as const) {
    const members = schema[word];
    const [core, ...more] = members?.filter((one) => one.type !== 'null') ?? [];
    if (core && more.length === 0 && members?.length === 2) return { core, nullable: true };
  }
  if (Array.isArray(schema.type) && schema.type.includes('null')) {
    const types = schema.type.filter((type) => type !== 'null');
    const core: Schema = { ...schema, type: types.length === 1 ? (types[0] as string) : types };
    if (core.enum) core.enum = core.enum.filter((value) => value !== null);
    return { core, nullable: true };
  }
  return { core: schema, nullable: false };
}

/** How much of what is referred to is looked into. */
export interface ViewOptions {
  /** Bases that both sides have: compared by themselves. */
  skip?: Set<string>;
  /** See through the variants of a union: needed when the other side has them written out. */
  flatten?: boolean;
}

/** Reads a schema that is not itself a reference. */
export function viewSchema(schemas: Schemas, schema: Schema, options: ViewOptions = {}): SchemaView {
  const view: SchemaView = {
    type: typeof schema.type === 'string' ? schema.type : undefined,
    values: schema.const === undefined ? schema.enum?.filter((value) => value !== null) : [String(schema.const)],
    properties: new Map(),
    required: new Set(schema.required ?? []),
    alternatives: [],
    variants: [],
    bases: [],
    items: schema.items,
    mapValues: typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
    keys: schema.propertyNames,
    schema,
  };
  addProperties(view, schema, undefined);
  for (const part of schema.allOf ?? []) addPart(view, schemas, part, options);
  for (const word of ['oneOf', 'anyOf'] as const) addAlternatives(view, schemas, schema[word] ?? [], options);
  if (view.type === undefined) view.type = impliedType(view);
  return view;
}

function addProperties(view: SchemaView, schema: Schema, owner: string | undefined): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property) view.properties.set(name, { schema: property, owner });
  }
}

function addPart(view: SchemaView, schemas: Schemas, part: Schema, options: ViewOptions): void {
  const name = refName(part);
  if (name !== undefined) view.bases.push(name);
  if (name !== undefined && options.skip?.has(name)) return;
  const target = name === undefined ? part : schemas[name];
  if (!target) return;
  // a schema that extends itself would not end
  const inner = viewSchema(schemas, target, {
    ...options,
    skip: new Set([...(options.skip ?? []), ...(name === undefined ? [] : [name])]),
  });
  for (const [key, { schema, owner }] of inner.properties) view.properties.set(key, { schema, owner: owner ?? name });
  for (const key of inner.required) view.required.add(key);
  view.alternatives.push(...inner.alternatives);
  view.type ??= inner.type;
}

function addAlternatives(view: SchemaView, schemas: Schemas, members: Schema[], { flatten }: ViewOptions): void {
  for (const member of members) {
    const name = refName(member);
    if (name !== undefined && !flatten) {
      view.variants.push(name);
      continue;
    }
    const target = name === undefined ? member : schemas[name];
    if (!target?.properties) continue;
    addProperties(view, target, name);
    view.alternatives.push([...(target.required ?? Object.keys(target.properties))].sort().join('+'));
  }
}

function impliedType(view: SchemaView): string | undefined {
  if (view.properties.size > 0 || view.mapValues || view.variants.length > 0) return 'object';
  if (view.items) return 'array';
  if (view.values) return 'string';
  return undefined;
}

/** Short words for a schema: `string (date-time)`, `list of Contact`, `Contact or null`. */
export function describeSchema(schema: Schema | undefined): string {
  if (!schema) return 'nothing';
  const { core, nullable } = unwrap(schema);
  const name = refName(core);
  return `${name ?? describeCore(core)}${nullable ? ' or null' : ''}`;
}

function describeCore(schema: Schema): string {
  if (schema.items) return `list of ${describeSchema(schema.items)}`;
  if (schema.enum) return `one of ${schema.enum.map((value) => `\`${value}\``).join(', ')}`;
  if (typeof schema.additionalProperties === 'object') return `map of ${describeSchema(schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? (schema.properties ? 'object' : 'anything'));
  return schema.format ? `${type} (${schema.format})` : type;
}
