import { type AnswerValidator, createAnswerValidator } from './answer-validator.ts';
import { createSchemas } from './create-ajv.ts';
import { loadSpec, type SpecDocument } from './load-spec.ts';
import { createRequestValidator, type RequestValidator } from './request-validator.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** What the spec says, read once: namespaces share it, so that a new one costs next to nothing. */
export interface Contract {
  documents: readonly SpecDocument[];
  routes: RouteTable;
  validator: RequestValidator;
  /** Checks what the emulator answers. */
  checkAnswer: AnswerValidator;
}

function createContract(): Contract {
  const documents = loadSpec();
  const schemasOf = createSchemas(documents);
  return {
    documents,
    routes: createRouteTable(documents.flatMap((document) => document.operations)),
    validator: createRequestValidator(documents, schemasOf),
    checkAnswer: createAnswerValidator(documents, schemasOf),
  };
}

let contract: Contract | undefined;

/**
 * The contract, the same for every emulator of a process: compiling its schemas takes a quarter of a second for the
 * first calls, which test suites that start an emulator for each test would pay each time. It is a constant that is
 * made late, and nothing writes to it.
 */
export function readContract(): Contract {
  contract ??= createContract();
  return contract;
}
