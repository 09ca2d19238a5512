import type { CalendarMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { toTimestamp } from '../internal/to-timestamp.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
import { withPostback } from '../internal/with-postback.ts';

/** An event, and the button that adds it to the calendar. */
export interface CalendarOptions {
  /** Caption of the button. */
  title: string;
  /** Name of the event as written into the calendar. */
  eventTitle: string;
  /** Longer text of the event. */
  eventDescription?: string | undefined;
  /** When it starts: a Date, sent in UTC, or RFC 3339 with a zone, sent as it is. */
  eventStart: Date | string;
  /** When it ends, in either form. */
  eventEnd: Date | string;
  /** Page to open where an event cannot be added. */
  fallbackUrl: string;
}

const FIELDS: Fields<CalendarOptions, CalendarMessage> = {
  title(event, title, path) {
    event.title = need(path, title);
  },
  eventTitle(event, title, path) {
    event.event_title = need(path, title);
  },
  eventDescription(event, description, path) {
    event.event_description = need(path, description);
  },
  eventStart(event, time, path) {
    event.event_start = toTimestamp(path, time);
  },
  eventEnd(event, time, path) {
    event.event_end = toTimestamp(path, time);
  },
  fallbackUrl(event, url, path) {
    event.fallback_url = need(path, url);
  },
};

/**
 * A choice that adds an event to the calendar.
 *
 * @param postback Comes back where the channel reports taps. Default: made by the service from the message id and the title.
 * @throws {@link MessageError} when `eventStart` or `eventEnd` is an invalid Date, or a string that is not RFC 3339 with a zone.
 *
 * @example
 * ```ts
 * import { calendar } from '@convapi/message-builder';
 *
 * const appointment = calendar({
 *   title: 'Add to calendar',
 *   eventTitle: 'Dentist',
 *   eventStart: '2027-03-01T09:00:00+01:00',
 *   eventEnd: '2027-03-01T09:30:00+01:00',
 *   fallbackUrl: 'https://example.com/appointment.ics',
 * });
 * ```
 */
export function calendar(options: CalendarOptions, postback?: string): { calendar_message: CalendarMessage; postback_data?: string } {
  const empty = { title: '', event_title: '', event_start: '', event_end: '', fallback_url: '' };
  const needs = ['title', 'eventTitle', 'eventStart', 'eventEnd', 'fallbackUrl'] as const;
  return withPostback('calendar', { calendar_message: toWireWith('calendar', options, FIELDS, empty, needs) }, postback);
}
