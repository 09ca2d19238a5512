/** The documents: which operation a call is for, and whether requests and answers are as they say. */
export { type Contract, readContract } from './contract.ts';
export { cached, createAjv, idOf } from './create-ajv.ts';
export { BATCH_PREFIX, loadSpec, type SpecDocument, type SpecOperation, titleOf } from './load-spec.ts';
export { prepareSchemas, type Schema } from './prepare-schemas.ts';
export { readRegion } from './read-region.ts';
export type { RequestValidator } from './request-validator.ts';
export type { Match, RouteTable } from './route-table.ts';
export { toViolations } from './to-violations.ts';
