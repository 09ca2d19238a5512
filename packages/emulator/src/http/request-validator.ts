import type { FieldViolation } from '@convapi/core';
import type { ErrorObject } from 'ajv';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { closeObjects } from './close-objects.ts';
import { cached, createAjvs, idOf, type SchemasOf } from './create-ajv.ts';
import type { SpecDocument, SpecOperation, SpecParameter } from './load-spec.ts';
import type { Schema } from './prepare-schemas.ts';
import { readOnlyFields } from './read-only-fields.ts';
import { toViolations } from './to-violations.ts';
import { tolerate } from './tolerate.ts';

/** Query parameters after validation: integers are numbers, booleans booleans, comma lists arrays. */
export type Query = Record<string, unknown>;

/** Says what is wrong with a request, by the spec; when loose, only what keeps it from being understood. */
export interface RequestValidator {
  body(operation: SpecOperation, body: unknown, isLoose: boolean): FieldViolation[];
  /** The coerced parameters, or what is wrong with them. */
  query(operation: SpecOperation, search: URLSearchParams, isLoose: boolean): { values: Query; violations: FieldViolation[] };
}

/** Schemas are compiled when they are first needed and then kept, so that starting is quick and so are calls. */
export function createRequestValidator(documents: readonly SpecDocument[], schemasOf: SchemasOf): RequestValidator {
  const bodies = createAjvs((name) => closeObjects(schemasOf(name)), false);
  const queries = createAjvs(schemasOf, true);
  const bodyChecks = new Map<SpecOperation, ValidateFunction>();
  const readOnly = new Map<SpecOperation, ReadonlySet<string>>();
  const queryChecks = new Map<SpecOperation, ValidateFunction>();

  return {
    body(operation, body, isLoose) {
      if (operation.bodyRef === undefined) return [];
      const check = cached(bodyChecks, operation, () =>
        bodies(operation.document).compile({ $ref: idOf(operation.document) + operation.bodyRef }),
      );
      if (check(body)) return [];
      const shown = cached(readOnly, operation, () => readOnlyFields(documents, operation));
      return violationsOf(
        (check.errors ?? []).filter((error) => !isReadOnly(error, shown)),
        isLoose,
      );
    },
    query(operation, search, isLoose) {
      if (queryParameters(operation).length === 0) return { values: {}, violations: [] };
      const values = readQuery(operation, search);
      const check = cached(queryChecks, operation, () => queries(operation.document).compile(querySchema(operation)));
      const violations = check(values) ? [] : violationsOf(check.errors, isLoose);
      return { values, violations: [...violations, ...checkAnyOf(operation, values)] };
    },
  };
}

function isReadOnly({ keyword, instancePath, params }: ErrorObject, shown: ReadonlySet<string>): boolean {
  return keyword === 'additionalProperties' && instancePath === '' && shown.has(String(params.additionalProperty));
}

function violationsOf(errors: readonly ErrorObject[] | null | undefined, isLoose: boolean): FieldViolation[] {
  return toViolations(tolerate(errors ?? [], isLoose));
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
