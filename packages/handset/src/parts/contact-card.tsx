import type { ContactPart, RenderedContactLine } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import { toSafeLink } from '../internal/safe-url.ts';
import { Face } from './face.tsx';

const ICONS: Readonly<Record<RenderedContactLine['kind'], IconName>> = {
  organization: 'building',
  phone: 'call',
  mail: 'mail',
  address: 'pin',
  web: 'web',
  birthday: 'cake',
};

/** An entry for the address book. */
export function ContactCard({ part }: { part: ContactPart }): JSX.Element {
  return (
    <div class="cvh-contact">
      <div class="cvh-contact-head">
        <Face name={part.name} />
        <bdi class="cvh-bold">{part.name === '' ? 'No name' : part.name}</bdi>
      </div>
      <ul class="cvh-plain-list">
        {part.lines.map((line) => (
          <li key={`${line.kind} ${line.text}`} class="cvh-contact-line">
            <Icon name={ICONS[line.kind] ?? 'person'} />
            <LineText line={line} />
            {line.label === undefined ? null : <span class="cvh-pale">{line.label.toLowerCase()}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function LineText({ line }: { line: RenderedContactLine }): JSX.Element {
  const href = toSafeLink(line.target);
  return href === undefined ? (
    <bdi>{line.text}</bdi>
  ) : (
    <a class="cvh-link" href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{line.text}</bdi>
    </a>
  );
}
