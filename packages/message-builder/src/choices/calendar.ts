import type { CalendarMessage } from '@convapi/core';
import { toTimestamp } from '../internal/to-timestamp.ts';
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
  const message: CalendarMessage = {
    title: options.title,
    event_title: options.eventTitle,
    event_start: toTimestamp('calendar_message.event_start', options.eventStart),
    event_end: toTimestamp('calendar_message.event_end', options.eventEnd),
    fallback_url: options.fallbackUrl,
  };
  if (options.eventDescription !== undefined) message.event_description = options.eventDescription;
  return withPostback({ calendar_message: message }, postback);
}
