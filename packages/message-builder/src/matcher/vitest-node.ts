import type { MessageAssertions } from './create-message-matchers-node.ts';

export {
  createMessageMatchers,
  type MatcherContext,
  type MatcherResult,
  type MessageAssertions,
  type MessageMatcherOptions,
  type MessageMatchers,
} from './create-message-matchers-node.ts';

// biome-ignore lint/suspicious/noTsIgnore: whether it is there is known to the program that uses this.
/** @ts-ignore Not everybody has it. */
declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an interface merges only with the same parameters, and vitest has `any` here.
  interface Matchers<T = any> extends MessageAssertions<void> {}
}
