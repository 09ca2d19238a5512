import type { AppMessage } from '@convapi/core';
import { check } from '../check/check.ts';
import { toSvg } from '../picture/to-svg.ts';
import { formatRendered } from '../render/format-rendered.ts';
import { render } from '../render/render.ts';
import type { RenderOptions } from '../render/render-options.ts';
import type { RenderChannel } from '../render/rendered-message.ts';
import { type CallCounter, picturePath, type TestPlace } from './picture-name-node.ts';
import { type Comparison, comparePicture, type Picture, receivedPath } from './stored-pictures-node.ts';
import { toUpdateMode, type UpdateMode } from './update-mode-node.ts';

/** How {@link createMessageMatchers} stores and renders. */
export interface MessageMatcherOptions extends RenderOptions {
  /** Folder beside the test file. Default: `__messages__`. */
  folder?: string | undefined;
  /** What may be written. Default: as the runner was started (`-u`, `--ci`); `UPDATE_MESSAGES=1` writes all. */
  update?: UpdateMode | undefined;
}

/** The `this` of a matcher, as vitest and jest give it. */
export interface MatcherContext extends TestPlace {
  isNot?: boolean | undefined;
  /** Has `diff` in vitest and jest, and does not in bun. */
  utils?: object | undefined;
  snapshotState?: unknown;
}

/** What a matcher answers. */
export interface MatcherResult {
  /** Is it as expected? */
  pass: boolean;
  /** Says what was expected and what there is. */
  message: () => string;
}

/** What `expect` gains, for the types of the runners. */
export interface MessageAssertions<Result> {
  /** Stores what each channel shows of the message as text and picture, and compares with it from then on. */
  toRenderOn: (...channels: RenderChannel[]) => Result;
  /** Fails with what the API or one of the channels refuses of the message, as `check` finds it. */
  toBeAcceptedOn: (...channels: RenderChannel[]) => Result;
}

/** Matchers for `expect.extend`. */
export type MessageMatchers = {
  toRenderOn: (this: MatcherContext, received: unknown, ...channels: RenderChannel[]) => MatcherResult;
  toBeAcceptedOn: (this: MatcherContext, received: unknown, ...channels: RenderChannel[]) => MatcherResult;
};

/**
 * Matchers for `expect.extend`, of vitest or of jest: `toRenderOn('RCS', 'SMS')` stores what each channel shows of a message as a text
 * and a picture, and compares with them from then on; `toBeAcceptedOn('WHATSAPP')` fails with what is refused.
 *
 * @example
 * ```ts
 * import { createMessageMatchers } from '@convapi/message-builder/vitest';
 * import { expect } from 'vitest';
 *
 * expect.extend(createMessageMatchers({ folder: 'pictures' }));
 * ```
 */
export function createMessageMatchers(options: MessageMatcherOptions = {}): MessageMatchers {
  const counter: CallCounter = { key: '', assertions: 0, calls: 0 };
  return {
    toRenderOn(received, ...channels) {
      if (this.isNot) return fail('toRenderOn cannot be negated. Compare the results of render instead.', true);
      if (channels.length === 0) return fail("toRenderOn names no channel. Name one: toRenderOn('SMS').");
      const base = picturePath(this, options.folder ?? '__messages__', counter);
      const mode = toUpdateMode(options.update, this.snapshotState);
      const faults = channels.flatMap((channel) => compareOn(channel, received, { base, mode, options, context: this }));
      return { pass: faults.length === 0, message: () => faults.join('\n\n') };
    },
    toBeAcceptedOn(received, ...channels) {
      if (channels.length === 0) return fail("toBeAcceptedOn names no channel. Name one: toBeAcceptedOn('WHATSAPP').", this.isNot);
      return toAcceptance(received, channels);
    },
  };
}

/** What is refused, stated by whomever; what arrives in another form is accepted. */
function toAcceptance(message: unknown, channels: readonly RenderChannel[]): MatcherResult {
  const issues = check(message as AppMessage, channels).filter(
    ({ severity, effect }) => severity === 'error' || (severity === 'warning' && (effect === 'refuse' || effect === 'undelivered')),
  );
  const lines = issues.map(({ channel = 'API', message: text, source }) => `${channel}: ${text}${source === null ? '' : ` (${source})`}`);
  const names = channels.join(', ');
  const what =
    issues.length === 0 ? `The message is accepted on ${names}.` : `The message is not accepted on ${names}:\n${lines.join('\n')}`;
  return { pass: issues.length === 0, message: () => `[@convapi/message-builder] ${what}` };
}

interface Call {
  base: string;
  mode: UpdateMode;
  options: MessageMatcherOptions;
  context: MatcherContext;
}

function compareOn(channel: RenderChannel, message: unknown, { base, mode, options, context }: Call): string[] {
  const picture = draw(message, channel, options);
  const path = `${base}.${channel}`;
  const comparison = comparePicture(path, picture, mode);
  return toFault(channel, path, picture, comparison, context);
}

function draw(message: unknown, channel: RenderChannel, options: MessageMatcherOptions): Picture {
  // render takes any JSON: what is no message is drawn as such.
  const rendered = render(message as AppMessage, channel, options);
  return { text: `${formatRendered(rendered)}\n`, svg: toSvg(rendered) };
}

function toFault(channel: string, path: string, picture: Picture, comparison: Comparison, { utils }: MatcherContext): string[] {
  if (comparison.state === 'missing') {
    return [
      `[@convapi/message-builder] There is no picture of this message on ${channel}, and none is written in CI. ` +
        `Run the test on your machine and commit ${path}.svg and ${path}.txt.`,
    ];
  }
  if (comparison.state !== 'different') return [];
  const { text } = comparison.stored;
  const difference = text === picture.text ? 'The text is the same, the drawing differs.' : toDifference(text, picture.text, utils);
  return [
    `[@convapi/message-builder] The message looks different on ${channel}. Compare ${path}.svg with ${receivedPath(path)}; ` +
      `if it is meant, run again with -u or UPDATE_MESSAGES=1.\n\n${difference}`,
  ];
}

function toDifference(stored: string, received: string, utils: MatcherContext['utils']): string {
  const { diff } = (utils ?? {}) as { diff?: (expected: unknown, received: unknown) => unknown };
  const text = diff?.(stored, received);
  return typeof text === 'string' ? text : `Stored:\n${stored}\nReceived:\n${received}`;
}

/** A negated matcher fails when it passes. */
function fail(what: string, pass = false): MatcherResult {
  return { pass, message: () => `[@convapi/message-builder] ${what}` };
}
