import type { MessageAssertions } from './create-message-matchers-node.ts';

export {
  createMessageMatchers,
  type MatcherContext,
  type MatcherResult,
  type MessageAssertions,
  type MessageMatcherOptions,
  type MessageMatchers,
} from './create-message-matchers-node.ts';

// Merged into what the program has of the following: types of jest as globals, those of @jest/globals, those of bun. The names of
// modules that are not there are ignored, so that no package has to be installed for its types; as JSDoc, since other comments get lost on the way to the declarations.

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: an interface merges only with the same parameters, and jest has `{}` here.
    interface Matchers<R, T = {}> extends MessageAssertions<R> {}
  }
}

// biome-ignore lint/suspicious/noTsIgnore: whether it is there is known to the program that uses this.
/** @ts-ignore Not everybody has it. */
declare module '@jest/expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MessageAssertions<R> {}
}

// biome-ignore lint/suspicious/noTsIgnore: whether it is there is known to the program that uses this.
/** @ts-ignore Not everybody has it. */
declare module 'bun:test' {
  interface Matchers<T = unknown> extends MessageAssertions<void> {}
}
