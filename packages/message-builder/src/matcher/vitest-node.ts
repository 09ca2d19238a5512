import type {} from 'vitest';
import type { RenderChannel } from '../render/rendered-message.ts';

export {
  createMessageMatchers,
  type MatcherContext,
  type MatcherResult,
  type MessageMatcherOptions,
  type MessageMatchers,
} from './create-message-matchers-node.ts';

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an interface merges only with the same parameters, and vitest has `any` here.
  interface Matchers<T = any> {
    /** Stores what each channel shows of the message as text and picture, and compares with it from then on. */
    toRenderOn: (...channels: RenderChannel[]) => void;
  }
}
