import { toChoices } from './choices.ts';
import type { Draft } from './draft.ts';
import { isRecord, type Json, listOf, ownValue, recordOf, textOf } from './read.ts';
import type { RenderedQuote } from './rendered-message.ts';

/** The caption of a choice that was tapped: from the message that offered it, or from the postback that the service makes. */
export function tappedTitle({ options }: Draft, messageId: string, postback: string): string | undefined {
  const offer = messageOf(options.earlier, messageId);
  const titles = offer ? offeredTitles(offer) : [];
  const given = titles.find(([, own]) => own === postback);
  if (given) return given[0];
  const prefix = `${messageId}_`;
  return messageId !== '' && postback.startsWith(prefix) && postback.length > prefix.length ? postback.slice(prefix.length) : undefined;
}

/** The quote of an earlier message. */
export function toQuote({ options }: Draft, messageId: string): RenderedQuote {
  const entry = recordOf(ownValue(options.earlier, messageId));
  const message = messageOf(options.earlier, messageId);
  if (message === undefined) return { messageId };
  const direction = isRecord(entry.contact_message) ? 'TO_APP' : 'TO_CONTACT';
  const text = wordsOf(message);
  return text === '' ? { messageId, direction } : { messageId, text, direction };
}

/** The message of an entry of a conversation, or the message itself. */
function messageOf(earlier: unknown, messageId: string): Json | undefined {
  const entry = ownValue(earlier, messageId);
  if (!isRecord(entry)) return undefined;
  if (isRecord(entry.app_message)) return entry.app_message;
  return isRecord(entry.contact_message) ? entry.contact_message : entry;
}

function offeredTitles(message: Json): [title: string, postback: string | undefined][] {
  const cards = [message.card_message, ...listOf(recordOf(message.carousel_message).cards)].map(recordOf);
  const holders = [recordOf(message.choice_message), recordOf(message.carousel_message), ...cards];
  const choices = holders.flatMap(({ choices: list }) => toChoices(list, '', 'joined'));
  const rows = listOf(recordOf(message.list_message).sections).flatMap((section) => listOf(recordOf(section).items));
  return [
    ...choices.map(({ title, postback }): [string, string | undefined] => [title, postback]),
    ...rows.map((row): [string, string | undefined] => {
      const { title, postback_data: postback } = recordOf(recordOf(row).choice);
      return [textOf(title), textOf(postback)];
    }),
  ];
}

/** The words by which people know a message again. */
function wordsOf(message: Json): string {
  const first = [
    recordOf(message.text_message).text,
    recordOf(recordOf(message.choice_message).text_message).text,
    recordOf(message.card_message).title,
    recordOf(message.media_card_message).caption,
    recordOf(message.list_message).title,
    recordOf(message.location_message).title,
    recordOf(recordOf(message.contact_info_message).name).full_name,
  ].find((words) => typeof words === 'string' && words !== '');
  return textOf(first);
}
