import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import { toSafeSource } from '../internal/safe-url.ts';

/** A picture of somebody where the page gives an address for it, else the first letter of the name. Names stand beside faces. */
export function Face({ name, pictureUrl }: { name: string; pictureUrl?: string | undefined }): JSX.Element {
  const { mediaUrl } = usePhone();
  const [isBroken, setBroken] = useState(false);
  const source = pictureUrl === undefined || isBroken ? undefined : toSafeSource(mediaUrl?.({ url: pictureUrl, media: 'image' }));
  if (source !== undefined) {
    return <img class="cvh-face" src={source} alt="" referrerpolicy="no-referrer" onError={() => setBroken(true)} />;
  }
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0]?.toUpperCase();
  return (
    <span class="cvh-face" aria-hidden="true">
      {letter ?? <Icon name="person" />}
    </span>
  );
}
