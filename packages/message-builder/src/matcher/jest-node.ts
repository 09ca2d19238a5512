import type { RenderChannel } from '../render/rendered-message.ts';

export {
  createMessageMatchers,
  type MatcherContext,
  type MatcherResult,
  type MessageMatcherOptions,
  type MessageMatchers,
} from './create-message-matchers-node.ts';

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: an interface merges only with the same parameters, and jest has `{}` here.
    interface Matchers<R, T = {}> {
      /** Stores what each channel shows of the message as text and picture, and compares with it from then on. */
      toRenderOn: (...channels: RenderChannel[]) => R;
    }
  }
}
