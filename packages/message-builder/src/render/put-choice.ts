import { noteChoicesAsText, toChoices } from './choices.ts';
import { change, type Draft, markRewritten, weaken } from './draft.ts';
import { BUTTON_LIMITS, isOver, whatsAppChoicesObstacle } from './native-conditions.ts';
import { cutField, putText, putWords, spansOf } from './put-text.ts';
import { type Json, listOf, recordOf, textOf } from './read.ts';
import type { RenderedChoice, TextPart } from './rendered-part.ts';
import { noteMany } from './text-limits.ts';
import { addChoices, toWords } from './words.ts';

/** A text with choices. */
export function putChoice(draft: Draft, content: Json, path: string): void {
  const text = textOf(recordOf(content.text_message).text);
  const footer = textOf(recordOf(content.message_properties).whatsapp_footer);
  const choices = toChoices(content.choices, `${path}.choices`, draft.traits.choices);
  const { choice: cell } = draft.traits;
  if (draft.channel === 'RCS') keepPersistent(choices, listOf(content.choices));
  if (cell === 'native' || (cell === 'if' && hasButtons(draft, text, choices, path))) putNative(draft, text, footer, choices, path);
  else putRewritten(draft, text, footer, choices, path);
}

/** Choices in the channel's own form, under what was put before. */
export function putChoices(draft: Draft, choices: RenderedChoice[], path: string): void {
  if (choices.length === 0) return;
  draft.native = true;
  noteMany(draft, 'choices', choices.length, path);
  draft.parts.push({ kind: 'choices', choices: toNativeChoices(draft, choices) });
  if (draft.channel === 'INSTAGRAM') change(draft, 'note', path, 'Shown in the phone apps only, not in a browser.', 'stated');
}

/** Choices as the channel shows them: two of the Viber ones change their captions. */
export function toNativeChoices(draft: Draft, choices: RenderedChoice[]): RenderedChoice[] {
  for (const choice of choices) {
    if (choice.type === 'unknown') change(draft, 'lost', choice.path, 'Not a choice that is known.', 'unknown');
    else if (draft.channel === 'VIBER') widenCaption(draft, choice);
    else if (draft.channel !== 'RCS' && (choice.type === 'calendar' || choice.type === 'share_location')) noteUnsure(draft, choice);
    choice.title = cutField(draft, 'choiceTitle', choice.title, choice.path);
  }
  return choices;
}

/** Whether the conditions hold under which a channel shows choices as buttons; notes the first that does not. */
export function hasButtons(draft: Draft, body: string, choices: readonly RenderedChoice[], path: string): boolean {
  if (draft.channel === 'VIBERBM') return hasViberButton(draft, choices, `${path}.choices`);
  const { bodyChars } = BUTTON_LIMITS.WHATSAPP;
  const obstacle = isOver(body, bodyChars)
    ? { path: `${path}.text_message.text`, what: `the text is over ${bodyChars} characters` }
    : whatsAppChoicesObstacle(choices, `${path}.choices`);
  if (obstacle) change(draft, 'changed', obstacle.path, `No buttons on WhatsApp: ${obstacle.what}.`, 'stated');
  return obstacle === undefined;
}

/** Viber Business Messages have one button: a link, a call or a place. */
export function hasViberButton(draft: Draft, choices: readonly RenderedChoice[], path: string): boolean {
  const [first] = choices;
  if (choices.length === 1 && (first?.type === 'url' || first?.type === 'call' || first?.type === 'location')) return true;
  if (choices.length > 0) change(draft, 'changed', path, 'No button on Viber: it has one, for a link, a call or a place.', 'stated');
  return false;
}

/** On RCS a choice that is to stay is part of the bubble. */
function keepPersistent(choices: readonly RenderedChoice[], given: readonly unknown[]): void {
  choices.forEach((choice, index) => {
    if (recordOf(given[index]).display_mode !== 'PERSISTENT') return;
    choice.placement = 'joined';
    choice.vanishes = false;
  });
}

function putNative(draft: Draft, text: string, footer: string, choices: RenderedChoice[], path: string): void {
  draft.native = true;
  if (text !== '') {
    const part = putText(draft, text, false, `${path}.text_message.text`, draft.channel === 'MESSENGER' ? 'choiceText' : 'text');
    if (draft.channel === 'WHATSAPP') addFooter(draft, part, footer);
  }
  putChoices(draft, choices, `${path}.choices`);
  if (draft.channel === 'TELEGRAM') {
    change(
      draft,
      'note',
      `${path}.choices`,
      'In 2021 choices were lines of text on Telegram: "* " and capitals, after a blank line.',
      'inferred',
    );
  }
}

function addFooter(draft: Draft, part: TextPart, footer: string): void {
  if (footer === '') return;
  part.footer = footer;
  const spans = spansOf(draft, footer);
  if (spans) part.spans = { ...part.spans, footer: spans };
}

function putRewritten(draft: Draft, text: string, footer: string, choices: readonly RenderedChoice[], path: string): void {
  markRewritten(draft, draft.traits.choice, path);
  noteChoicesAsText(draft, choices, `${path}.choices`);
  if (footer !== '' && draft.channel === 'WHATSAPP') {
    change(draft, 'lost', `${path}.message_properties.whatsapp_footer`, 'Only a message with buttons has a footer.', 'stated');
  }
  const words = toWords(text);
  addChoices(words, draft.traits.style.beforeChoices, choices);
  putWords(draft, words, true, path);
}

function widenCaption(draft: Draft, choice: RenderedChoice): void {
  if ((choice.type !== 'url' && choice.type !== 'call') || choice.target === undefined) return;
  choice.title = `${choice.title}: ${choice.target}`;
  change(draft, 'changed', choice.path, 'The caption on Viber also says where the choice leads.', 'stated');
}

function noteUnsure(draft: Draft, choice: RenderedChoice): void {
  change(draft, 'note', choice.path, `Whether ${draft.channel} has this kind of choice is not known.`, 'unknown');
  weaken(draft, 'guess');
}
