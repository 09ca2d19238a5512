import type { ChoiceView } from './content.ts';
import { toMapUrl } from './to-map-url.ts';
import { toText, toWire, type Wire } from './wire.ts';

/** What a choice says, and where it leads. */
export function toChoiceView(choice: Wire): ChoiceView {
  const url = toWire(choice.url_message);
  if (choice.url_message !== undefined) return { title: toText(url.title), url: toText(url.url) };
  if (choice.location_message !== undefined) {
    const place = toWire(choice.location_message);
    return { title: toText(place.title), url: toMapUrl(place.coordinates) };
  }
  const other = toWire(choice.call_message ?? choice.calendar_message ?? choice.share_location_message);
  return { title: toText(toWire(choice.text_message).text) || toText(other.title) };
}
