import { change, type Draft, markRewritten, weaken } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { takesFile } from './native-conditions.ts';
import { cutField, formatOf, putText, spansOf } from './put-text.ts';
import type { Json } from './read.ts';
import type { MediaPart, RenderedMedia } from './rendered-part.ts';
import { choicesWithin, toWords, type Words } from './words.ts';

/** A media message. */
export function putMedia(draft: Draft, content: Json, path: string): void {
  const media = toRenderedMedia(draft, content);
  const { media: cell } = draft.traits;
  if (cell === 'native' || (cell === 'if' && goesAsFile(draft, media, path))) {
    putFile(draft, media, toWords(''), path);
    return;
  }
  markRewritten(draft, cell, path);
  putText(draft, media.url, true, `${path}.url`);
  noteMediaAsLink(draft, media, path);
  if (draft.channel === 'SMS') change(draft, 'note', path, 'The vendor calls images native on SMS; its pictures show a link.', 'inferred');
}

/** A file with the words under it. */
export function putFile(draft: Draft, media: RenderedMedia, words: Words, path: string): void {
  const part: MediaPart = { kind: 'media', ...media, format: formatOf(draft) };
  draft.native = true;
  draft.parts.push(part);
  if (words.text === '') return;
  const caption = cutField(draft, 'caption', words.text, path);
  const spans = spansOf(draft, caption);
  part.caption = caption;
  if (words.choices.length > 0) part.choices = choicesWithin(words.choices, caption.length);
  if (spans) part.spans = { caption: spans };
  draft.text = caption;
}

/** Notes a file that became a link. */
export function noteMediaAsLink(draft: Draft, media: RenderedMedia, path: string): void {
  change(draft, 'changed', path, 'The file became a link.', draft.traits.look);
  if (media.thumbnailUrl !== undefined) change(draft, 'lost', `${path}.thumbnail_url`, 'A link has no preview image.', 'inferred');
}

/** Whether a channel that takes some files only takes this one; notes why not, and what cannot be told. */
export function goesAsFile(draft: Draft, media: RenderedMedia, path: string): boolean {
  const takes = takesFile(draft.channel, media);
  if (takes === undefined) {
    change(draft, 'note', `${path}.url`, 'The URL does not tell which kind of file it is; taken is one that the channel takes.', 'guess');
    weaken(draft, 'guess');
    return true;
  }
  if (!takes) change(draft, 'changed', `${path}.url`, `${draft.channel} does not take this kind of file.`, basisOf(draft.channel));
  return takes;
}

/** The pages of 2021 are all that there is on Instagram. */
function basisOf(channel: string): 'stated' | 'inferred' {
  return channel === 'INSTAGRAM' ? 'inferred' : 'stated';
}
