import type { RenderedMedia } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import { toSafeSource } from '../internal/safe-url.ts';
import { sizeText } from '../internal/size-text.ts';

const KINDS: Readonly<Record<RenderedMedia['media'], { icon: IconName; word: string }>> = {
  image: { icon: 'picture', word: 'Picture' },
  sticker: { icon: 'smile', word: 'Sticker' },
  video: { icon: 'play', word: 'Video' },
  audio: { icon: 'sound', word: 'Audio' },
  document: { icon: 'file', word: 'Document' },
  unknown: { icon: 'file', word: 'File' },
};

/** A file: itself where the page gives an address for it, else a drawing of its kind with its name. */
export function MediaBox({ media, height }: { media: RenderedMedia; height?: 'SHORT' | 'MEDIUM' | 'TALL' | undefined }): JSX.Element {
  const { mediaUrl } = usePhone();
  const [isBroken, setBroken] = useState(false);
  const source = isBroken ? undefined : toSafeSource(mediaUrl?.(media));
  const kind = Object.hasOwn(KINDS, media.media) ? media.media : 'unknown';
  const className = `cvh-media cvh-media-${kind}${height === undefined ? '' : ` cvh-media-${height.toLowerCase()}`}`;
  const label = labelOf(media);
  const fail = () => setBroken(true);
  if (kind === 'document' || kind === 'unknown') return <FileRow media={media} label={label} />;
  if (source === undefined)
    return kind === 'audio' ? <SoundRow media={media} label={label} /> : <Placeholder {...{ className, media, label }} />;
  if (kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: a message brings no captions.
    return <audio class="cvh-audio" controls preload="none" src={source} aria-label={label} onError={fail} />;
  }
  if (kind === 'video') {
    // biome-ignore lint/a11y/useMediaCaption: a message brings no captions.
    return <video class={className} controls preload="metadata" src={source} aria-label={label} onError={fail} />;
  }
  return <img class={className} src={source} alt={media.alt ?? label} loading="lazy" referrerpolicy="no-referrer" onError={fail} />;
}

function Placeholder({ className, media, label }: { className: string; media: RenderedMedia; label: string }): JSX.Element {
  return (
    <div class={`${className} cvh-placeholder`} role="img" aria-label={label}>
      <Icon name={KINDS[media.media]?.icon ?? 'file'} />
      <span class="cvh-file-name" dir="auto">
        {media.alt ?? media.fileName}
      </span>
    </div>
  );
}

function SoundRow({ media, label }: { media: RenderedMedia; label: string }): JSX.Element {
  return (
    <div class="cvh-sound" role="img" aria-label={label}>
      <span class="cvh-round">
        <Icon name="play" />
      </span>
      <svg class="cvh-wave" viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true">
        <path d={WAVE} />
      </svg>
      <span class="cvh-pale">{sizeText(media)}</span>
    </div>
  );
}

/** Bars of a recording that nobody has heard. */
const WAVE = Array.from({ length: 30 }, (_, index) => {
  const half = 2 + ((index * 7) % 9) + (index % 3);
  return `M${index * 4 + 2} ${12 - Math.min(half, 11)}v${Math.min(half, 11) * 2}`;
}).join('');

function FileRow({ media, label }: { media: RenderedMedia; label: string }): JSX.Element {
  return (
    <div class="cvh-file" role="img" aria-label={label}>
      <Icon name="file" />
      <span class="cvh-file-words">
        <span class="cvh-file-name" dir="auto">
          {media.fileName === '' ? 'File' : media.fileName}
        </span>
        <span class="cvh-pale">{sizeText(media)}</span>
      </span>
    </div>
  );
}

function labelOf(media: RenderedMedia): string {
  const { word } = KINDS[media.media] ?? KINDS.unknown;
  const name = media.alt ?? media.fileName;
  return name === '' ? word : `${word}: ${name}`;
}
