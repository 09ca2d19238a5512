import type { TextSpan } from '@convapi/message-builder';
import { type ComponentChild, h, type JSX } from 'preact';
import { toSafeLink } from '../internal/safe-url.ts';

/** The looks of a stretch, from the inside out. */
const LOOKS = [
  ['mono', 'code'],
  ['strike', 's'],
  ['italic', 'i'],
  ['bold', 'b'],
] as const;

/** A text in its looks; only text nodes and links. */
export function StyledText({ text, spans }: { text: string; spans?: readonly TextSpan[] | undefined }): JSX.Element {
  return <>{spans === undefined ? text : spans.map(spanNode)}</>;
}

function spanNode(span: TextSpan): ComponentChild {
  const href = toSafeLink(span.link);
  const words: ComponentChild =
    href === undefined ? (
      span.text
    ) : (
      <a class="cvh-link" href={href} target="_blank" rel="noopener noreferrer">
        {span.text}
      </a>
    );
  return LOOKS.reduce<ComponentChild>((inner, [look, tag]) => (span[look] ? h(tag, null, inner) : inner), words);
}
