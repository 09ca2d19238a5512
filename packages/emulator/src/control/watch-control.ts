import type { EmulatedEvent } from '../callbacks/index.ts';
import type { AccessKey } from '../requests/index.ts';
import {
  type ChannelAnswerEntry,
  type EmulatorFrame,
  type HandsetEntryView,
  type HandsetOverview,
  listHandsets,
  type PlannedThing,
  type RequestEntry,
  showHandset,
  toHandsetView,
  type Views,
} from '../views/index.ts';
import { type StreamOptions, streamFrames } from './stream.ts';

/** Looks at what is there and at what happens, and changes nothing. */
export interface WatchControl {
  /** Every event so far, told to a webhook or not, oldest first. */
  events(): EmulatedEvent[];
  /** This moment: what happens later has a higher number. For `after` of {@link stream} and of waits. */
  seq(): number;
  /**
   * All that happens, frame by frame, from now on or from a moment on. What is no longer remembered, or of another run, is a frame `gap`.
   *
   * @example
   * ```ts
   * import { startEmulator } from '@convapi/emulator';
   *
   * const { control, close } = await startEmulator();
   * const frames = control.stream();
   * control.channel('RCS').answers({ status: 'READ' });
   * for await (const frame of frames) {
   *   if (frame.type === 'answers') break;
   * }
   * await close();
   * ```
   */
  stream(options?: StreamOptions): AsyncIterableIterator<EmulatorFrame>;
  /** The last calls of the API, oldest first, with secrets masked. */
  requests(): RequestEntry[];
  /** Every phone that has something on it, the one with the newest message first. */
  handsets(): HandsetOverview[];
  /** What is on one phone, with attempts that failed on it and went on elsewhere. */
  handset(identity: string, channel: string): HandsetOverview & { entries: HandsetEntryView[] };
  /** How channels answer, where somebody said so. */
  channelAnswers(): ChannelAnswerEntry[];
  /** What falls due later, the first one first: at most 200. */
  planned(): PlannedThing[];
  /** The access keys of the project, that of the options first. */
  keys(): AccessKey[];
}

export function createWatchControl(views: Views): WatchControl {
  const { store } = views;
  return {
    events: () => structuredClone(views.events.all()),
    seq: () => views.feed.seq(),
    stream: (options) => streamFrames(views, options),
    requests: () => structuredClone(views.requests.all().map(views.request.entry)),
    handsets: () => structuredClone(listHandsets(store)),
    handset: (identity, channel) =>
      structuredClone({
        ...showHandset(store, channel, identity),
        entries: store.handsets.of(channel, identity).map(({ shown }) => toHandsetView(store, shown)),
      }),
    channelAnswers: () => structuredClone(views.answers()),
    planned: () => views.planned().planned,
    keys: () => views.keys.all(),
  };
}
