// What the documentation site makes its reference from.
export { operationsOf } from '../generate-files.ts';
export { joinDocuments, type Spec } from '../load-spec.ts';
export { EMULATED_APP_BODY, OTHER_CONTACT_BODY } from '../postman/bodies.ts';
export { callbackSample } from '../postman/callback-samples.ts';
export type { Operation } from '../read-operations.ts';
export { emitReference } from './emit-reference.ts';
export { type ExampleRequest, type ExampleValues, exampleRequest, filledPath } from './example-request.ts';
export type { RecordedAnswer, ReferenceFacts, SignedCallback } from './reference.ts';
export { operationAddress, ROOT } from './reference.ts';
export { type GroupedSchemas, groupSchemas, SCHEMA_GROUPS, type SchemaGroup } from './schema-groups.ts';
