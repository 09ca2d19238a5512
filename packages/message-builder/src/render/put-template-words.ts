import { change, type Draft } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { spansOf } from './put-text.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { LocationPart, RenderedCard, RenderedChoice, RenderedMedia } from './rendered-part.ts';
import { type Filling, fillWords } from './template-filling.ts';

/** The words of a template of the draft's channel, where the options have them. */
export function wordsOf({ channel, options }: Draft, reference: Json): Json | undefined {
  const id = textOf(reference.template_id);
  const language = sameLanguage(textOf(reference.language_code));
  return listOf(options.templates)
    .map(recordOf)
    .find(
      (words) =>
        words.templateId === id &&
        (words.channel === undefined || words.channel === channel) &&
        (typeof words.languageCode !== 'string' || language === '' || sameLanguage(words.languageCode) === language),
    );
}

/** A template with its words: a card, or a card and a row of cards. */
export function putTemplateWords(draft: Draft, words: Json, parameters: Json, path: string): void {
  const filling: Filling = { parameters, prefix: '', missing: new Set() };
  const place = placeOf(words, filling);
  const card = toCard(draft, words, filling, path);
  if (place) draft.parts.push(place);
  draft.parts.push({ kind: 'card', ...card });
  if (card.description !== undefined) draft.text = card.description;
  const cards = listOf(words.cards);
  if (cards.length > 0) {
    draft.parts.push({
      kind: 'carousel',
      cards: cards.map((one, index) => toCard(draft, recordOf(one), { ...filling, prefix: `carousel[${index}]` }, path)),
    });
  }
  for (const name of filling.missing) {
    change(draft, 'changed', `${path}.parameters`, `No value for the placeholder ${name}: the channel refuses such a message.`, 'inferred');
  }
}

function toCard(draft: Draft, words: Json, filling: Filling, path: string): RenderedCard {
  const card: RenderedCard = { choices: listOf(words.buttons).map((button, at) => toButton(recordOf(button), at, filling, path)) };
  const header = recordOf(words.header);
  const body = fillWords(textOf(words.body), 'body', filling);
  const footer = textOf(words.footer);
  if (typeof header.text === 'string') card.header = fillWords(header.text, 'header', filling);
  else if (typeof header.media === 'string' && header.media !== 'location') card.media = toFile(draft, header.media, filling);
  if (body !== '') card.description = body;
  if (footer !== '') card.footer = footer;
  const spans = spansOf(draft, body);
  if (spans) card.spans = { description: spans };
  return card;
}

function toFile(draft: Draft, kind: string, { parameters, prefix }: Filling): RenderedMedia {
  const key = `${prefix}header[1]${kind}.`;
  const media = toRenderedMedia(draft, { url: parameters[`${key}link`], filename_override: parameters[`${key}filename`] });
  // The template says what it is, whatever the URL ends in.
  if (kind === 'image' || kind === 'video' || kind === 'document') media.media = kind;
  return media;
}

function placeOf(words: Json, { parameters }: Filling): LocationPart | undefined {
  if (!isRecord(words.header) || words.header.media !== 'location') return undefined;
  const part: LocationPart = { kind: 'location', title: textOf(parameters['header[1]location.name']) };
  const label = textOf(parameters['header[1]location.address']);
  const latitude = Number.parseFloat(textOf(parameters['header[1]location.latitude']));
  const longitude = Number.parseFloat(textOf(parameters['header[1]location.longitude']));
  if (label !== '') part.label = label;
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { ...part, latitude, longitude } : part;
}

function toButton({ type, text, url, phoneNumber }: Json, at: number, filling: Filling, path: string): RenderedChoice {
  const { parameters, prefix } = filling;
  const key = `${prefix}button[${at}]`;
  const choice: RenderedChoice = { type: 'unknown', title: textOf(text), placement: 'joined', vanishes: false, path };
  const payload = parameters[`${key}quick_reply[1]payload`];
  if (type === 'quick_reply') choice.type = 'text';
  else if (type === 'url') setTarget(choice, 'url', fillWords(textOf(url), `button[${at}]url`, filling));
  else if (type === 'phone_number') setTarget(choice, 'call', textOf(phoneNumber));
  else if (type === 'copy_code') setTarget(choice, 'copy_code', textOf(parameters[`${key}copy_code[1]coupon_code`]));
  else if (type === 'flow') choice.type = 'flow';
  if (type === 'quick_reply' && typeof payload === 'string') choice.postback = payload;
  return choice;
}

function setTarget(choice: RenderedChoice, type: RenderedChoice['type'], target: string): void {
  choice.type = type;
  if (target !== '') choice.target = target;
}

/** `en-US` and `en_us` are one language. */
function sameLanguage(code: string): string {
  return code.replaceAll('-', '_').toLowerCase();
}
