import type { FieldViolation } from '@convapi/core';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { addKeywords } from './add-keywords.ts';
import type { SpecDocument, SpecOperation, SpecParameter } from './load-spec.ts';
import { prepareSchemas, type Schema } from './prepare-schemas.ts';
import { toViolations } from './to-violations.ts';

/** Query parameters after validation: integers are numbers, booleans booleans, comma lists arrays. */
export type Query = Record<string, unknown>;

/** Says what is wrong with a request, by the spec. */
export interface RequestValidator {
  body(operation: SpecOperation, body: unknown): FieldViolation[];
  /** The coerced parameters, or what is wrong with them. */
  query(operation: SpecOperation, search: URLSearchParams): { values: Query; violations: FieldViolation[] };
}

/** Schemas are compiled when they are first needed and then kept, so that starting is quick and so are calls. */
export function createRequestValidator(documents: readonly SpecDocument[]): RequestValidator {
  const bodies = createAjv(false);
  const queries = createAjv(true);
  for (const { name, json } of documents) {
    const prepared = prepareSchemas(json) as Schema;
    for (const ajv of [bodies, queries]) ajv.addSchema({ ...prepared, $id: idOf(name) });
  }
  const bodyChecks = new Map<SpecOperation, ValidateFunction>();
  const queryChecks = new Map<SpecOperation, ValidateFunction>();

  return {
    body(operation, body) {
      if (operation.bodyRef === undefined) return [];
      const check = cached(bodyChecks, operation, () => bodies.compile({ $ref: idOf(operation.document) + operation.bodyRef }));
      return check(body) ? [] : toViolations(check.errors ?? []);
    },
    query(operation, search) {
      const values = readQuery(operation, search);
      const check = cached(queryChecks, operation, () => queries.compile(querySchema(operation)));
      const violations = check(values) ? [] : toViolations(check.errors ?? []);
      return { values, violations: [...violations, ...checkAnyOf(operation, values)] };
    },
  };
}

function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes, validateSchema: false });
  formats.default(ajv);
  // A call choice with a plus-less number is shown in the vendor's own samples.
  ajv.addFormat('e164', /^\+?[1-9]\d{1,14}$/);
  ajv.addFormat('unix-seconds', /^\d+$/);
  addKeywords(ajv);
  return ajv;
}

function idOf(name: SpecDocument['name']): string {
  return `https://emulator.invalid/${name}.json`;
}

function cached<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

function querySchema(operation: SpecOperation): Schema {
  const parameters = queryParameters(operation);
  return {
    type: 'object',
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, limitPageSize(name, absolute(operation, schema))])),
  };
}

/** References of a parameter lead into the document that it stands in. */
function absolute(operation: SpecOperation, schema: Schema): Schema {
  return typeof schema.$ref === 'string' ? { ...schema, $ref: idOf(operation.document) + schema.$ref } : schema;
}

function limitPageSize(name: string, schema: Schema): Schema {
  return name === 'page_size' ? { ...schema, minimum: 0 } : schema;
}

function queryParameters(operation: SpecOperation): SpecParameter[] {
  return operation.parameters.filter((parameter) => parameter.in === 'query');
}

function readQuery(operation: SpecOperation, search: URLSearchParams): Query {
  const values: Query = {};
  const parameters = queryParameters(operation);
  for (const { name, schema } of parameters) {
    if (schema.type === 'object') {
      values[name] = readOthers(parameters, search);
      continue;
    }
    // One SDK repeats `update_mask.paths`, the others send `update_mask=a,b`.
    const given = schema.type === 'array' ? [...search.getAll(name), ...search.getAll(`${name}.paths`)] : search.getAll(name);
    if (given.length === 0) continue;
    // An empty value is a value that was not given, as in protobuf.
    if (schema.type === 'array') values[name] = given.flatMap((text) => text.split(',')).filter((text) => text !== '');
    else if (given.at(-1) !== '') values[name] = given.at(-1);
  }
  return values;
}

/** An exploded object takes all names that no other parameter has. */
function readOthers(parameters: readonly SpecParameter[], search: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...search].filter(([key]) => parameters.every((parameter) => parameter.name !== key)));
}

function checkAnyOf({ anyOfQuery }: SpecOperation, values: Query): FieldViolation[] {
  if (anyOfQuery.length === 0 || anyOfQuery.some((name) => values[name] !== undefined)) return [];
  return [{ field: anyOfQuery[0] ?? '', description: `or ${anyOfQuery.slice(1).join(' or ')} is required` }];
}
