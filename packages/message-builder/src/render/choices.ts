import { mapLink, pointOf } from './coordinates.ts';
import { change, type Draft } from './draft.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { ChoicePlacement, RenderedChoice } from './rendered-part.ts';

/** The choices of a message or a card, where they would stand. Suggestions go away, but for those that are to stay. */
export function toChoices(value: unknown, path: string, placement: ChoicePlacement): RenderedChoice[] {
  const list = listOf(value);
  const choices: RenderedChoice[] = [];
  for (let index = 0; index < list.length; index += 1) choices.push(toChoice(recordOf(list[index]), `${path}[${index}]`, placement));
  return choices;
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

function toChoice(value: Json, path: string, placement: ChoicePlacement): RenderedChoice {
  const choice: RenderedChoice = { type: 'unknown', title: '', placement, vanishes: placement === 'docked', path };
  fillChoice(choice, value);
  if (typeof value.postback_data === 'string') choice.postback = value.postback_data;
  return choice;
}

function fillChoice(choice: RenderedChoice, value: Json): void {
  if (isRecord(value.text_message)) fill(choice, 'text', textOf(value.text_message.text));
  else if (isRecord(value.url_message)) fillLink(choice, 'url', value.url_message, 'url');
  else if (isRecord(value.call_message)) fillLink(choice, 'call', value.call_message, 'phone_number');
  else if (isRecord(value.location_message)) fillPin(choice, value.location_message);
  else if (isRecord(value.calendar_message)) fillLink(choice, 'calendar', value.calendar_message, 'fallback_url');
  else if (isRecord(value.share_location_message)) fillLink(choice, 'share_location', value.share_location_message, 'fallback_url');
}

function fill(choice: RenderedChoice, type: RenderedChoice['type'], title: string): void {
  choice.type = type;
  choice.title = title;
}

function fillLink(choice: RenderedChoice, type: RenderedChoice['type'], content: Json, key: string): void {
  fill(choice, type, textOf(content.title));
  choice.target = textOf(content[key]);
}

function fillPin(choice: RenderedChoice, content: Json): void {
  const point = pointOf(content);
  fill(choice, 'location', textOf(content.title));
  if (point !== undefined) choice.target = mapLink(point);
}
