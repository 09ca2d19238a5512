import type { ChoicesPart, RenderedMessage, RenderedPart } from '@convapi/message-builder';
import { type Json, toComponents, toInteractive, toMenu } from './whatsapp-interactive.ts';

/** What the vendor's samples have in the place of a recipient that was not named. */
const ANYBODY = '{{to}}';

/** A message as Meta's API takes it; what becomes several messages there is a list of them. */
export function toWhatsApp({ parts }: RenderedMessage, to: string = ANYBODY): string {
  const bodies: Json[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (!part) continue;
    const choices = next?.kind === 'choices' ? next : undefined;
    if (choices) index += 1;
    bodies.push({
      messaging_product: 'whatsapp',
      biz_opaque_callback_data: null,
      recipient_type: 'individual',
      to,
      ...toBody(part, choices),
    });
  }
  return JSON.stringify(bodies.length === 1 ? bodies[0] : bodies);
}

function toBody(part: RenderedPart, choices: ChoicesPart | undefined): Json {
  if (choices) return toInteractive(part, choices.choices);
  switch (part.kind) {
    case 'text':
      return { type: 'text', text: { body: part.text } };
    case 'media': {
      const type = part.media === 'unknown' ? 'document' : part.media;
      return { type, [type]: { link: part.url, ...(part.caption === undefined ? {} : { caption: part.caption }) } };
    }
    case 'location':
      return toPlace(part);
    case 'list':
      return toMenu(part);
    case 'contact':
      return { type: 'contacts', contacts: [{ name: { formatted_name: part.name } }] };
    case 'template':
      return {
        type: 'template',
        template: {
          name: part.templateId,
          language: { code: part.languageCode ?? 'en' },
          components: toComponents(part.parameters),
        },
      };
    case 'card':
      return toInteractive(part, part.choices);
    case 'choices':
      return toInteractive({ kind: 'text', text: '', format: 'plain', transcoded: false }, part.choices);
    case 'carousel':
      return { type: 'text', text: { body: part.cards.map((card) => card.title ?? '').join('\n') } };
    case 'payload':
      return { type: part.payloadType.toLowerCase(), text: { body: part.lines.join('\n') } };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: part.messageId, emoji: part.emoji } };
  }
}

/** Coordinates are texts, as the vendor's samples show. */
function toPlace(part: Extract<RenderedPart, { kind: 'location' }>): Json {
  const { latitude = 0, longitude = 0, title, label } = part;
  const place = {
    latitude: String(latitude),
    longitude: String(longitude),
    name: title,
    ...(label === undefined ? {} : { address: label }),
  };
  return { type: 'location', location: place };
}
