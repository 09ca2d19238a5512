import { asText, fieldOf } from '../internal/read.ts';
import { rulesOf } from './channel-rules.ts';
import { extensionOf } from './file-name.ts';
import type { NativeSupport, Support } from './limits.ts';
import { oddCardFile, oddFile } from './media-files.ts';
import { choicesObstacles, longer } from './native-choices.ts';
import type { Obstacle } from './obstacle.ts';

/** Types of messages, by their key on the wire. */
const TYPES: { readonly [key: string]: keyof NativeSupport } = {
  text_message: 'text',
  media_message: 'media',
  choice_message: 'choice',
  card_message: 'card',
  carousel_message: 'carousel',
  location_message: 'location',
  list_message: 'list',
  contact_info_message: 'contactInfo',
};

/** What a channel makes of a message, and why it is not native where that depends on the message. */
export interface NativeForm {
  /** `native` and `text` where the conditions were looked at. */
  support: Exclude<Support, 'conditional'>;
  obstacles: Obstacle[];
}

const NATIVE: NativeForm = { support: 'native', obstacles: [] };

/** What the file of a media object is, as an extension. Its URL tells, if nothing more is known. */
export type ExtensionOf = (media: unknown) => string;

const byUrl: ExtensionOf = (media) => extensionOf(asText(fieldOf(media, 'url')) ?? '');

/** In which form a channel shows the content that stands under a key of a message. `path` leads to it. */
export function nativeForm(channel: string, key: string, content: unknown, path: string, extension: ExtensionOf = byUrl): NativeForm {
  const type = Object.hasOwn(TYPES, key) ? TYPES[key] : undefined;
  if (type === undefined) return NATIVE;
  const support = rulesOf(channel).native[type] as Support;
  if (support !== 'conditional') return support === 'native' ? NATIVE : { support, obstacles: [] };
  const obstacles = obstaclesOf(channel, type, content, path, extension);
  return obstacles.length === 0 ? NATIVE : { support: 'text', obstacles };
}

function obstaclesOf(channel: string, type: keyof NativeSupport, content: unknown, path: string, extension: ExtensionOf): Obstacle[] {
  if (type === 'media') return fileObstacles(channel, extension(content), path);
  if (type === 'card') return cardObstacles(channel, content, path, extension);
  return type === 'choice' ? choiceObstacles(channel, content, path) : [];
}

function choiceObstacles(channel: string, choice: unknown, path: string): Obstacle[] {
  const body = asText(fieldOf(fieldOf(choice, 'text_message'), 'text')) ?? '';
  return [
    ...longer(channel, 'choiceBodyChars', body, `${path}.text_message.text`),
    ...choicesObstacles(channel, fieldOf(choice, 'choices'), `${path}.choices`),
  ];
}

/** A file that the channel sends as its URL. */
function fileObstacles(channel: string, ending: string, path: string): Obstacle[] {
  const odd = oddFile(channel, ending);
  // Documents of any kind go to WhatsApp.
  if (odd === undefined) return [];
  const { kind, extension, shown } = odd;
  const text =
    shown.length === 0
      ? `ends in .${extension}, and ${channel} shows no ${kind} file`
      : `ends in .${extension}, and ${channel} shows ${kind} files that are ${shown.join(', ')}`;
  const limit = shown.length === 0 ? `no ${kind}` : shown.join(', ');
  return [{ path: `${path}.url`, code: 'media_type', rule: 'media', text, limit, actual: extension }];
}

function cardObstacles(channel: string, card: unknown, path: string, extension: ExtensionOf): Obstacle[] {
  const title = asText(fieldOf(card, 'title')) ?? '';
  const description = asText(fieldOf(card, 'description')) ?? '';
  const media = fieldOf(card, 'media_message');
  const obstacles: Obstacle[] = [];
  if (channel === 'WHATSAPP' && title === '')
    obstacles.push({
      path: `${path}.title`,
      code: 'empty',
      rule: 'cardTitleChars',
      text: 'is missing, and a card on WHATSAPP has a title',
    });
  obstacles.push(...longer(channel, 'cardTitleChars', title, `${path}.title`));
  obstacles.push(...longer(channel, 'cardDescriptionChars', description, `${path}.description`));
  if (channel === 'VIBERBM' && !isObject(media))
    obstacles.push({
      path: `${path}.media_message`,
      code: 'empty',
      rule: 'choicesMax',
      text: 'is missing, and a card on VIBERBM has an image',
    });
  obstacles.push(...cardFileObstacles(channel, extension(media), path));
  return [...obstacles, ...choicesObstacles(channel, fieldOf(card, 'choices'), `${path}.choices`)];
}

function cardFileObstacles(channel: string, extension: string, path: string): Obstacle[] {
  const wanted = oddCardFile(channel, extension);
  if (wanted === undefined) return [];
  const limit = wanted.map((kind) => (kind === 'image' ? 'an image' : `a ${kind}`)).join(' or ');
  const text = `is no file for a card on ${channel}, which has ${limit}`;
  return [{ path: `${path}.media_message.url`, code: 'media_type', rule: 'cardTitleChars', text, limit, actual: extension }];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
