import type { FieldViolation } from '@convapi/core';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { cached, createAjvs, idOf, type SchemasOf } from './create-ajv.ts';
import { type SpecDocument, type SpecOperation, titleOf } from './load-spec.ts';
import type { Schema } from './prepare-schemas.ts';
import { toViolations } from './to-violations.ts';
import { tolerate } from './tolerate.ts';

/** Says what is wrong with an answer that the emulator is about to give, by the spec; when loose, beyond what a request may bring. */
export type AnswerValidator = (operation: SpecOperation, body: object, isLoose?: boolean) => FieldViolation[];

/** The body of an operation that answers nothing. */
const EMPTY: Schema = { type: 'object', maxProperties: 0 };

/** Looks at the body of answers of status 200: fields that the spec does not name are wrong too. */
export function createAnswerValidator(documents: readonly SpecDocument[], schemasOf: SchemasOf): AnswerValidator {
  const ajvFor = createAjvs(schemasOf, false);
  const checks = new Map<SpecOperation, ValidateFunction>();
  return (operation, body, isLoose = false) => {
    const check = cached(checks, operation, () => ajvFor(operation.document).compile(schemaOf(operation)));
    return check(body) ? [] : toViolations(tolerate(check.errors ?? [], isLoose), titleOf(documents, operation.document));
  };
}

function schemaOf({ answerRef, document }: SpecOperation): Schema {
  if (answerRef === undefined) return EMPTY;
  return { allOf: [{ $ref: idOf(document) + answerRef }], unevaluatedProperties: false };
}
