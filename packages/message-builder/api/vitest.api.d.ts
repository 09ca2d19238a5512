// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  ConversationChannel,
  V1TemplateTranslation,
  V2TemplateTranslation,
} from '@convapi/core';

type Channel = Exclude<ConversationChannel, 'CHANNEL_UNSPECIFIED'>;

interface MatcherContext extends TestPlace {
    isNot?: boolean | undefined;
    utils?: {
        diff?: (expected: unknown, received: unknown) => unknown;
    } | undefined;
    snapshotState?: unknown;
}

interface MatcherResult {
    pass: boolean;
    message: () => string;
}

interface Matchers<T = any> {
}
interface Matchers<T = any> {
    toRenderOn: (...channels: RenderChannel[]) => void;
}

interface MessageMatcherOptions extends RenderOptions {
    folder?: string | undefined;
    update?: UpdateMode | undefined;
}

type MessageMatchers = {
    toRenderOn: (this: MatcherContext, received: unknown, ...channels: RenderChannel[]) => MatcherResult;
};

type RenderChannel = Channel | 'VIBER';

interface RenderOptions {
    translation?: V2TemplateTranslation | V1TemplateTranslation | undefined;
}

interface TestPlace {
    testPath?: string | undefined;
    currentTestName?: string | undefined;
    assertionCalls?: number | undefined;
}

type UpdateMode = 'all' | 'new' | 'none';

declare function createMessageMatchers(options?: MessageMatcherOptions): MessageMatchers;

declare global {
    namespace jest {
        interface Matchers<R, T = {}> {
        }
    }
}

declare module 'vitest' {
    interface Matchers<T = any> {
        toRenderOn: (...channels: RenderChannel[]) => void;
    }
}

export type {
  MatcherContext,
  MatcherResult,
  MessageMatcherOptions,
  MessageMatchers,
};
export {
  createMessageMatchers,
};
