import type { AppMessage, Choice, OmniMessageOverride } from '@convapi/core';

/** A choice as a handset shows it. */
export interface ShownChoice {
  /** What is written on it. */
  text: string;
  /** What a tap sends back; absent on links and the like, whose taps the app never hears of. */
  postback?: string;
}

/** The choices of a message, on cards and in lists too. */
export function choicesOf(messageId: string, message: AppMessage | OmniMessageOverride): ShownChoice[] {
  const cards = [message.card_message ?? [], message.carousel_message?.cards ?? []].flat();
  const choices = [message.choice_message?.choices, ...cards.map((card) => card.choices), message.carousel_message?.choices];
  const items = message.list_message?.sections.flatMap((section) => section.items) ?? [];
  return [
    ...choices.flatMap((some) => some ?? []).map((choice) => toShown(messageId, choice)),
    ...items.flatMap(({ choice }) =>
      choice ? { text: choice.title, postback: choice.postback_data ?? `${messageId}_${choice.title}` } : [],
    ),
  ];
}

function toShown(messageId: string, choice: Choice): ShownChoice {
  if (choice.text_message) {
    const { text } = choice.text_message;
    return { text, postback: choice.postback_data ?? `${messageId}_${text}` };
  }
  const titled =
    choice.url_message ?? choice.call_message ?? choice.location_message ?? choice.calendar_message ?? choice.share_location_message;
  return { text: titled?.title ?? '' };
}
