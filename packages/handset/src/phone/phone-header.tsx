import type { JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import { Face } from '../parts/face.tsx';

export interface PhoneHeaderProps {
  /** Name of the business, or the number or sender id that a text comes from. */
  name: string;
  pictureUrl?: string | undefined;
  /** Has the channel checked who it is? */
  verified?: boolean | undefined;
}

/** The bar with the name of the business, as the channel's app draws it. Its icons are only drawn. */
export function PhoneHeader({ name, pictureUrl, verified = false }: PhoneHeaderProps): JSX.Element {
  const { look } = usePhone();
  return (
    <div class={look.centred ? 'cvh-header cvh-header-centred' : 'cvh-header'}>
      <span class="cvh-back" aria-hidden="true">
        <Icon name="back" />
        <Icon name="chevron" />
      </span>
      <Face name={name} pictureUrl={pictureUrl} />
      <div class="cvh-header-words">
        <p class="cvh-header-name">
          <bdi>{name}</bdi>
          {verified && !look.unverifiable && <Verified />}
        </p>
        {look.subtitle === undefined ? null : <p class="cvh-header-subtitle">{look.subtitle}</p>}
      </div>
      <span class="cvh-header-icons" aria-hidden="true">
        {look.headerIcons.map((icon) => (
          <Icon key={icon} name={icon} />
        ))}
      </span>
    </div>
  );
}

function Verified(): JSX.Element {
  return (
    <svg class="cvh-verified" viewBox="0 0 24 24" role="img" aria-label="verified">
      <path
        class="cvh-verified-seal"
        d="M12 1l3 2.5 4-.5 1 4 3 3-2 3.5.5 4-4 1L14 22l-3.5-1.5L6.5 21.5l-1-4-3.5-2 1.5-4L2 7.5l4-1L8 3l3.5.5z"
      />
      <path class="cvh-verified-tick" d="M7.5 12.5l3 3 6-7" />
    </svg>
  );
}
