import type { ListPart, RenderedChoice, RenderedMedia, RenderedPart } from '@convapi/message-builder';

export type Json = Record<string, unknown>;

/** A text, a picture or a card with buttons under it. */
export function toInteractive(part: RenderedPart, choices: readonly RenderedChoice[]): Json {
  const link = choices.find((choice) => choice.type === 'url');
  const action = link
    ? { name: 'cta_url', parameters: { display_text: link.title, url: link.target ?? '' } }
    : { buttons: choices.map(({ title, postback = title }) => ({ type: 'reply', reply: { id: postback, title } })) };
  const header = headerOf(part);
  const footer = part.kind === 'text' ? part.footer : undefined;
  return {
    type: 'interactive',
    interactive: {
      type: link ? 'cta_url' : 'button',
      ...(header ? { header } : {}),
      body: { text: wordsOf(part) },
      ...(footer === undefined ? {} : { footer: { text: footer } }),
      action,
    },
  };
}

/** A list of rows behind a button. */
export function toMenu({ header, title, description, menu, sections }: ListPart): Json {
  return {
    type: 'interactive',
    interactive: {
      type: 'list',
      ...(header === undefined ? {} : { header: { type: 'text', text: header } }),
      body: { text: [title, description].filter((line) => line !== undefined).join('\n') },
      action: {
        button: menu,
        sections: sections.map((section) => ({
          ...(section.title === undefined ? {} : { title: section.title }),
          rows: section.items.map((item) => ({
            id: item.postback ?? item.productId ?? item.title,
            title: item.title,
            ...(item.description === undefined ? {} : { description: item.description }),
          })),
        })),
      },
    },
  };
}

/** Parameters such as `body[1]text` by the component that they are for. */
export function toComponents(parameters: Readonly<Record<string, string>>): Json[] {
  const byType = new Map<string, Json[]>();
  for (const [key, text] of Object.entries(parameters)) {
    const type = /^[a-z]+/.exec(key)?.[0] ?? 'body';
    byType.set(type, [...(byType.get(type) ?? []), { type: 'text', text }]);
  }
  return [...byType].map(([type, given]) => ({ type, parameters: given }));
}

function headerOf(part: RenderedPart): Json | undefined {
  if (part.kind === 'media') return mediaHeader(part);
  if (part.kind !== 'card') return undefined;
  if (part.media) return mediaHeader(part.media);
  return part.header === undefined ? undefined : { type: 'text', text: part.header };
}

function mediaHeader({ media, url }: RenderedMedia): Json {
  const type = media === 'image' || media === 'video' ? media : 'document';
  return { type, [type]: { link: url } };
}

function wordsOf(part: RenderedPart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'card') return [part.title, part.description].filter((line) => line !== undefined).join('\n');
  return part.kind === 'media' ? (part.caption ?? '') : '';
}
