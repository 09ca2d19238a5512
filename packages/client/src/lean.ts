export {
  createLeanClient,
  type LeanCallOptions,
  type LeanClient,
  type LeanClientOptions,
  type LeanRetryOptions,
  type MethodRow,
} from './create-lean-client.ts';
// One for each operation, made by the generator.
export * from './generated/methods.ts';
export type * from './generated/queries.ts';
