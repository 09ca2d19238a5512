import { asList, asText, fieldOf } from '../internal/read.ts';
import { nativeForm } from './native-form.ts';
import { standIn } from './stand-in.ts';
import { urlFault } from './urls.ts';

/** A file that a channel would fetch, and cannot. */
export interface UnreachableFile {
  path: string;
  text: string;
}

/**
 * The first file that a channel fetches to show it, and whose address nobody can fetch. An address in a text is fetched by nobody, and one
 * on this machine may be reached where everything runs on it.
 */
export function unreachableFile(channel: string, message: unknown): UnreachableFile | undefined {
  const { kind, content } = standIn(channel, message);
  if (kind === 'explicit' || kind === 'specific') return undefined;
  for (const [path, url] of fetchedUrls(channel, content)) {
    const fault = urlFault(url);
    if (fault !== undefined && !fault.isLoopback) return { path, text: fault.text };
  }
  return undefined;
}

function fetchedUrls(channel: string, content: unknown): (readonly [path: string, url: string])[] {
  const found: (readonly [string, string])[] = [];
  const add = (path: string, media: unknown) => {
    const url = asText(fieldOf(media, 'url'));
    if (url !== undefined) found.push([`${path}.url`, url]);
  };
  const media = fieldOf(content, 'media_message');
  const card = fieldOf(content, 'card_message');
  if (media !== undefined && isShown(channel, 'media_message', media)) add('media_message', media);
  if (card !== undefined && isFileOfCardShown(channel, card)) add('card_message.media_message', fieldOf(card, 'media_message'));
  const carousel = fieldOf(content, 'carousel_message');
  if (carousel !== undefined && isShown(channel, 'carousel_message', carousel)) {
    for (const [at, one] of asList(fieldOf(carousel, 'cards')).entries())
      add(`carousel_message.cards[${at}].media_message`, fieldOf(one, 'media_message'));
  }
  return found;
}

/** A card that becomes other things on WhatsApp and MMS still begins with its file. */
function isFileOfCardShown(channel: string, card: unknown): boolean {
  if (isShown(channel, 'card_message', card)) return true;
  if (channel !== 'WHATSAPP' && channel !== 'MMS') return false;
  return isShown(channel, 'media_message', fieldOf(card, 'media_message'));
}

function isShown(channel: string, key: string, content: unknown): boolean {
  return nativeForm(channel, key, content, '').support === 'native';
}
