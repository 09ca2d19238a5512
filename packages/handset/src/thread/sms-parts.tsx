import { countSms, type RenderedMessage } from '@convapi/message-builder';
import type { JSX } from 'preact';

/** How many SMS a text is, and in which encoding. */
export function SmsParts({ rendered }: { rendered: RenderedMessage }): JSX.Element | null {
  const text = rendered.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
  if (text === '') return null;
  const { segments, encoding } = countSms(text);
  return <p class="cvh-sms-parts">{`${segments} SMS · ${encoding}`}</p>;
}
