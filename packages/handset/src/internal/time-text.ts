// The words beside them are English, so dates are too; the time zone is the reader's.
const LOCALE = 'en-GB';
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

/** `12:58`, or an empty text for what is no time. */
export function timeText(time: string | undefined): string {
  return format(time, TIME);
}

/** `Saturday 28 November`. */
export function dayText(time: string | undefined): string {
  return format(time, DAY);
}

// Making one takes as long as drawing a message. It depends on nothing but its options, so pages may share it.
const formats = /* @__PURE__ */ new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();

function format(time: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const known = formats.get(options) ?? new Intl.DateTimeFormat(LOCALE, options);
  formats.set(options, known);
  return known.format(date);
}
