import type { AppMessage, Choice } from '@convapi/core';
import { card, link, reply, text } from '@convapi/message-builder';
import { toWire, type Wire } from '../content/wire.ts';

const MAX_TEXT = 10_000;
const MAX_CHOICES = 10;

/** A draft as a message, or what is wrong with it in words. */
export type ParsedDraft = { message: AppMessage } | { problem: string };

/** Reads `{ text }` or `{ card: { title, description?, media?, choices? } }`. A choice is a text, or `{ title, url }`. */
export function parseDraft(body: unknown): ParsedDraft {
  const draft = toWire(body);
  const keys = Object.keys(draft);
  if (keys.length !== 1 || (keys[0] !== 'text' && keys[0] !== 'card')) return { problem: 'Send either "text" or "card".' };
  try {
    return { message: keys[0] === 'text' ? text(readText(draft.text, 'text')) : readCard(toWire(draft.card)) };
  } catch (error) {
    if (error instanceof DraftError) return { problem: error.message };
    throw error;
  }
}

class DraftError extends Error {}

function readCard(fields: Wire): AppMessage {
  const { title, description, media, choices = [] } = fields;
  if (!Array.isArray(choices)) throw new DraftError('"card.choices" is not a list.');
  if (choices.length > MAX_CHOICES) throw new DraftError(`A card takes at most ${MAX_CHOICES} choices, this one has ${choices.length}.`);
  return card({
    title: readText(title, 'card.title'),
    description: description === undefined ? undefined : readText(description, 'card.description'),
    media: media === undefined ? undefined : readUrl(media, 'card.media'),
    choices: choices.length === 0 ? undefined : choices.map((choice, index) => readChoice(choice, `card.choices[${index}]`)),
  });
}

function readChoice(choice: unknown, path: string): Choice {
  if (typeof choice === 'string') return reply(readText(choice, path));
  const { title, url } = toWire(choice);
  return link(readText(title, `${path}.title`), readUrl(url, `${path}.url`));
}

function readText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new DraftError(`"${path}" is not a text.`);
  if (value.trim() === '') throw new DraftError(`"${path}" is empty.`);
  if (value.length > MAX_TEXT) throw new DraftError(`"${path}" is longer than ${MAX_TEXT} characters.`);
  return value;
}

function readUrl(value: unknown, path: string): string {
  const url = readText(value, path);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new DraftError(`"${path}" is not a http(s) address.`);
  return url;
}
