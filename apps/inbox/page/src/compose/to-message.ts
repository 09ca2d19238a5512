import type { AppMessage } from '@convapi/core';
import { call, card, carousel, choice, isMessageError, link, list, location, media, reply, template, text } from '@convapi/message-builder';
import type { CardDraft, ChoiceDraft, Draft, Kind, TemplateDraft } from './draft.ts';

/** A message, or where its field is and what is wrong there. */
export type Made = { message: AppMessage } | { path: string; problem: string };

class FieldProblem extends Error {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(problem);
    this.path = path;
  }
}

/** The message that the fields say. */
export function toMessage(draft: Draft): Made {
  try {
    return { message: TO_MESSAGE[draft.kind](draft) };
  } catch (error) {
    if (error instanceof FieldProblem) return { path: error.path, problem: error.message };
    if (isMessageError(error)) return { path: '', problem: error.issues.map(({ message }) => message).join(' ') };
    throw error;
  }
}

const TO_MESSAGE: Readonly<Record<Kind, (draft: Draft) => AppMessage>> = {
  text: (draft) => text(need(draft.text, 'text', 'Write a message.')),
  note: (draft) => text(need(draft.note, 'note', 'Write a note.')),
  media: ({ media: { url, name } }) =>
    media(name === '' ? needUrl(url, 'media.url') : { url: needUrl(url, 'media.url'), filenameOverride: name }),
  choice: (draft) =>
    choice(
      need(draft.choice.text, 'choice.text', 'Write the question.'),
      draft.choice.choices.map((one, index) => toChoice(one, `choice.choices.${index}`)),
    ),
  card: (draft) => card(toCard(draft.card, 'card')),
  carousel: ({ cards }) => carousel(cards.map((one, index) => toCard(one, `cards.${index}`))),
  list: (draft) =>
    list({
      title: need(draft.list.title, 'list.title', 'A list needs a title.'),
      description: orNone(draft.list.description),
      menu: orNone(draft.list.menu),
      sections: draft.list.sections.map(({ title, items }, section) => ({
        title: orNone(title),
        items: items.map((item, index) => ({
          title: need(item.title, `list.sections.${section}.items.${index}`, 'Each row needs a title.'),
          description: orNone(item.description),
        })),
      })),
    }),
  location: ({ place }) =>
    location({
      title: need(place.title, 'place.title', 'A place needs a title.'),
      label: orNone(place.label),
      latitude: needNumber(place.latitude, 90, 'place.latitude'),
      longitude: needNumber(place.longitude, 180, 'place.longitude'),
    }),
  template: (draft) => toTemplate(draft.template, draft.channel),
};

function toTemplate({ source, id, version, language, parameters }: TemplateDraft, channel: string): AppMessage {
  const templateId = need(id, 'template.id', 'Choose a template.');
  const filled = Object.keys(parameters).length === 0 ? {} : { parameters: { ...parameters } };
  if (source === 'channel') {
    const reference = {
      templateId,
      languageCode: need(language, 'template.language', 'Which language, such as en?'),
      ...filled,
    };
    return template({ channels: { [channel || 'WHATSAPP']: reference } });
  }
  return template({
    omni: { templateId, version: need(version, 'template.id', 'Choose a template.'), languageCode: language, ...filled },
  });
}

function toCard({ title, description, mediaUrl, choices }: CardDraft, path: string): Parameters<typeof card>[0] {
  return {
    title: need(title, `${path}.title`, 'A card needs a title.'),
    description: orNone(description),
    media: mediaUrl.trim() === '' ? undefined : needUrl(mediaUrl, `${path}.mediaUrl`),
    choices: choices.length === 0 ? undefined : choices.map((one, index) => toChoice(one, `${path}.choices.${index}`)),
  };
}

function toChoice({ kind, title, target }: ChoiceDraft, path: string): ReturnType<typeof reply> | ReturnType<typeof link> {
  const caption = need(title, path, 'Each choice needs a caption.');
  if (kind === 'link') return link(caption, needUrl(target, path));
  if (kind === 'call') return call(caption, need(target, path, 'Which number is called?').trim()) as unknown as ReturnType<typeof link>;
  return reply(caption);
}

function need(value: string, path: string, problem: string): string {
  if (value.trim() === '') throw new FieldProblem(path, problem);
  return value;
}

function orNone(value: string): string | undefined {
  return value.trim() === '' ? undefined : value;
}

function needUrl(value: string, path: string): string {
  const url = need(value, path, 'Which address, such as https://example.com/picture.jpg?').trim();
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new FieldProblem(path, 'This is no address: it begins with https://');
  }
  return url;
}

function needNumber(value: string, most: number, path: string): number {
  const number = Number(value.replace(',', '.'));
  if (value.trim() === '' || !(Math.abs(number) <= most)) {
    throw new FieldProblem(path, `A number from −${most} to ${most}, such as 55.605.`);
  }
  return number;
}
