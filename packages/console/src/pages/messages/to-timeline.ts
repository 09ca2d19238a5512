import type { CallbackSummary, EventSummary, HandsetEntryView } from '../../state/wire.ts';

/** Something in the life of a message. */
export interface Moment {
  key: string;
  time: string;
  /** By which things of the same time are put in order. */
  seq: number;
  kind: 'event' | 'callback' | 'phone';
  title: string;
  about: string;
  isBad: boolean;
  /** The page that shows more of it, without the start of its address. */
  path: string;
}

interface Traces {
  events: readonly EventSummary[];
  callbacks: readonly CallbackSummary[];
  entries: readonly HandsetEntryView[];
}

/** All that is known of a message, in its order. */
export function toTimeline({ events, callbacks, entries }: Traces): Moment[] {
  const moments: Moment[] = [
    ...events.map(
      ({ seq, time, trigger, gist, status }): Moment => ({
        key: `event ${seq}`,
        time,
        seq,
        kind: 'event',
        title: trigger,
        about: gist,
        isBad: status === 'FAILED',
        path: `/events/${seq}`,
      }),
    ),
    ...callbacks.map(
      ({ seq, id, time, trigger, target, state, attempts, last_attempt: last }): Moment => ({
        key: `callback ${id}`,
        time: last?.time ?? time,
        seq,
        kind: 'callback',
        title: `${trigger} to ${target}`,
        about: `${state}, ${last?.status ?? last?.error ?? 'not tried yet'}${attempts > 1 ? `, ${attempts} tries` : ''}`,
        isBad: state === 'dropped' || state === 'refused',
        path: `/callbacks/${encodeURIComponent(id)}`,
      }),
    ),
    ...entries.map(
      ({ seq, time, channel, identity, status, reason, next_channel: next, direction }): Moment => ({
        key: `phone ${channel} ${identity}`,
        time,
        seq,
        kind: 'phone',
        title: direction === 'TO_APP' ? `Written on ${channel} of ${identity}` : `${channel} of ${identity}`,
        about: `${status}${reason ? `, ${reason.code}: ${reason.description}` : ''}${next ? `; then ${next} is tried` : ''}`,
        isBad: status === 'FAILED',
        path: `/wall/${encodeURIComponent(channel)}/${encodeURIComponent(identity)}`,
      }),
    ),
  ];
  return moments.sort((one, other) => (one.time === other.time ? one.seq - other.seq : one.time < other.time ? -1 : 1));
}
