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

declare;
__global;
{
    namespace jest {
        interface Matchers<R, T = {}> {
            toRenderOn: (...channels: RenderChannel[]) => R;
        }
    }
}

declare function createMessageMatchers(options?: MessageMatcherOptions): MessageMatchers;

declare;
__global;
{
    namespace jest {
        interface Matchers<R, T = {}> {
            toRenderOn: (...channels: RenderChannel[]) => R;
        }
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
