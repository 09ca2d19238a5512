// The words beside them are English, so dates are too; the time zone is the reader's.
const LOCALE = 'en-GB';

/** `12:58`, or an empty text for what is no time. */
export function timeText(time: string | undefined): string {
  return format(time, { hour: '2-digit', minute: '2-digit' });
}

/** `Saturday 28 November`. */
export function dayText(time: string | undefined): string {
  return format(time, { weekday: 'long', day: 'numeric', month: 'long' });
}

function format(time: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(LOCALE, options).format(date);
}
