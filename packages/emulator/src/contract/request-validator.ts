import type { FieldViolation } from '@convapi/core';
import type { ErrorObject } from 'ajv';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { closeObjects } from './close-objects.ts';
import { cached, createAjvs, idOf, type SchemasOf } from './create-ajv.ts';
import { type SpecDocument, type SpecOperation, type SpecParameter, titleOf } from './load-spec.ts';
import type { Schema } from './prepare-schemas.ts';
import { createWithoutServiceFields } from './service-fields.ts';
import { isExplained, toViolations } from './to-violations.ts';
import { isUnknown, tolerate } from './tolerate.ts';

/** Query parameters after validation: integers are numbers, booleans booleans, comma lists arrays. */
export type Query = Record<string, unknown>;

/** What a check of a request found. */
export interface Checked<T> {
  /** The request without what is to be ignored, its parameters coerced. */
  value: T;
  violations: FieldViolation[];
  /** What the document does not know and the request has, in words; it is among the violations too, unless they are loose. */
  unknown: FieldViolation[];
}

/** Says what is wrong with a request, by the spec; when loose, only what keeps it from being understood. */
export interface RequestValidator {
  body(operation: SpecOperation, body: unknown, isLoose: boolean): Checked<unknown>;
  query(operation: SpecOperation, search: URLSearchParams, isLoose: boolean): Checked<Query>;
}

/** Schemas are compiled when they are first needed and then kept, so that starting is quick and so are calls. */
export function createRequestValidator(documents: readonly SpecDocument[], schemasOf: SchemasOf): RequestValidator {
  const bodies = createAjvs((name) => closeObjects(schemasOf(name)), false);
  const queries = createAjvs(schemasOf, true);
  const bodyChecks = new Map<SpecOperation, ValidateFunction>();
  const queryChecks = new Map<SpecOperation, ValidateFunction>();
  const withoutServiceFields = createWithoutServiceFields(documents);

  function checked<T>(operation: SpecOperation, value: T, errors: readonly ErrorObject[], isLoose: boolean): Checked<T> {
    if (errors.length === 0) return { value, violations: [], unknown: [] };
    const title = titleOf(documents, operation.document);
    const unknown = errors.filter((error) => isUnknown(error) && !isExplained(error, errors));
    return { value, violations: toViolations(tolerate(errors, isLoose), title), unknown: toViolations(unknown, title) };
  }

  return {
    body(operation, body, isLoose) {
      if (operation.bodyRef === undefined) return { value: body, violations: [], unknown: [] };
      const check = cached(bodyChecks, operation, () =>
        bodies(operation.document).compile({ $ref: idOf(operation.document) + operation.bodyRef }),
      );
      // What is right as it is, which most requests are, has nothing that would have to be taken out.
      if (check(body)) return { value: body, violations: [], unknown: [] };
      const value = withoutServiceFields(operation, body);
      return checked(operation, value, check(value) ? [] : (check.errors ?? []), isLoose);
    },
    query(operation, search, isLoose) {
      const unknown = findUnknown(operation, search, titleOf(documents, operation.document));
      if (queryParameters(operation).length === 0) return { value: {}, violations: isLoose ? [] : unknown, unknown };
      const values = readQuery(operation, search);
      const check = cached(queryChecks, operation, () => queries(operation.document).compile(querySchema(operation)));
      const found = checked(operation, values, check(values) ? [] : (check.errors ?? []), isLoose);
      return {
        value: found.value,
        violations: [...found.violations, ...(isLoose ? [] : unknown), ...checkAnyOf(operation, values)],
        unknown: [...found.unknown, ...unknown],
      };
    },
  };
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

/** Names that no parameter has. An exploded object takes any. */
function findUnknown(operation: SpecOperation, search: URLSearchParams, document: string): FieldViolation[] {
  if (search.size === 0) return [];
  const parameters = queryParameters(operation);
  if (parameters.some(({ schema }) => schema.type === 'object')) return [];
  const isKnown = (key: string) =>
    parameters.some(({ name, schema }) => key === name || (schema.type === 'array' && key === `${name}.paths`));
  const strays = new Set([...search.keys()].filter((key) => !isKnown(key)));
  return [...strays].map((field) => ({ field, description: `is no parameter that ${document} knows` }));
}

/** An exploded object takes all names that no other parameter has. */
function readOthers(parameters: readonly SpecParameter[], search: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...search].filter(([key]) => parameters.every((parameter) => parameter.name !== key)));
}

function checkAnyOf({ anyOfQuery }: SpecOperation, values: Query): FieldViolation[] {
  if (anyOfQuery.length === 0 || anyOfQuery.some((name) => values[name] !== undefined)) return [];
  return [{ field: anyOfQuery[0] ?? '', description: `or ${anyOfQuery.slice(1).join(' or ')} is required` }];
}
