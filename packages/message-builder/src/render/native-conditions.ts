import { oddFile } from '../rules/media-files.ts';
import { type NativeForm, nativeForm } from '../rules/native-form.ts';
import type { Draft } from './draft.ts';
import { extensionOf, toRenderedMedia } from './media-kind.ts';
import { isRecord, type Json } from './read.ts';
import type { RenderedMedia } from './rendered-part.ts';

/** Does the channel take the file as a file? Undefined where nothing tells what it is. */
export function takesFile(channel: string, media: RenderedMedia): boolean | undefined {
  return media.media === 'unknown' ? undefined : oddFile(channel, extensionOf(media)) === undefined;
}

/** In which form the channel shows the content, by the rule book and by what the options know of files. */
export function formOf(draft: Draft, key: 'choice_message' | 'card_message', content: Json, path: string): NativeForm {
  return nativeForm(draft.channel, key, content, path, (media) => (isRecord(media) ? extensionOf(toRenderedMedia(draft, media)) : ''));
}
