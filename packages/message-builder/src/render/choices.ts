import { mapLink, pointOf } from './coordinates.ts';
import { change, type Draft } from './draft.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { RenderedChoice } from './rendered-part.ts';

/** The choices of a message or a card, whichever channel they go to. */
export function toChoices(value: unknown, path: string): RenderedChoice[] {
  const list = listOf(value);
  const choices: RenderedChoice[] = [];
  for (let index = 0; index < list.length; index += 1) choices.push(toChoice(recordOf(list[index]), `${path}[${index}]`));
  return choices;
}

/** The line that stands for a choice in text. */
export function choiceLine({ type, title, target }: RenderedChoice): string {
  if (type === 'text') return `> ${title.toUpperCase()}`;
  return target === undefined ? `> ${title}` : `> ${title}: ${target}`;
}

export function choiceLines(choices: readonly RenderedChoice[]): string {
  let lines = '';
  for (const choice of choices) lines += lines === '' ? choiceLine(choice) : `\n${choiceLine(choice)}`;
  return lines;
}

/** Notes what choices are once they are lines of text. */
export function noteChoicesAsText(draft: Draft, choices: readonly RenderedChoice[], path: string): void {
  if (choices.length === 0) return;
  change(draft, 'changed', path, 'Nothing to tap: each choice is a line of text, and text choices are in capitals.', draft.traits.look);
  for (const choice of choices) {
    if (choice.type === 'calendar' || choice.type === 'share_location') {
      change(draft, 'changed', choice.path, 'How this kind of choice reads as text is not known; taken is its fallback URL.', 'guess');
    } else if (choice.type === 'unknown') {
      change(draft, 'lost', choice.path, 'Not a choice that is known.', 'unknown');
    }
  }
}

function toChoice(value: Json, path: string): RenderedChoice {
  const choice = contentOf(value, path);
  if (typeof value.postback_data === 'string') choice.postback = value.postback_data;
  return choice;
}

function contentOf(value: Json, path: string): RenderedChoice {
  if (isRecord(value.text_message)) return { type: 'text', title: textOf(value.text_message.text), path };
  if (isRecord(value.url_message)) return linkTo('url', value.url_message, 'url', path);
  if (isRecord(value.call_message)) return linkTo('call', value.call_message, 'phone_number', path);
  if (isRecord(value.location_message)) return pinOf(value.location_message, path);
  if (isRecord(value.calendar_message)) return linkTo('calendar', value.calendar_message, 'fallback_url', path);
  if (isRecord(value.share_location_message)) return linkTo('share_location', value.share_location_message, 'fallback_url', path);
  return { type: 'unknown', title: '', path };
}

function linkTo(type: RenderedChoice['type'], content: Json, key: string, path: string): RenderedChoice {
  return { type, title: textOf(content.title), target: textOf(content[key]), path };
}

function pinOf(content: Json, path: string): RenderedChoice {
  const point = pointOf(content);
  const title = textOf(content.title);
  return point === undefined ? { type: 'location', title, path } : { type: 'location', title, target: mapLink(point), path };
}
