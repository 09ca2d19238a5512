import type { LinkPreview, RenderedPart, TextPart } from '@convapi/message-builder';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { StyledText } from '../parts/styled-text.tsx';

/** One to three emoji alone are drawn large, as every app does. */
const FEW_EMOJI =
  /^(?:(?:\p{RI}{2}|\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*)\s?){1,3}$/u;

export function isFewEmoji(part: RenderedPart | undefined): boolean {
  return part?.kind === 'text' && FEW_EMOJI.test(part.text);
}

/** A text, what stands above and below it, and what it leads to in small. */
export function TextBubble({ part, children }: { part: TextPart; children?: ComponentChildren }): JSX.Element {
  const { text, subject, footer, spans, preview } = part;
  return (
    <div class={isFewEmoji(part) ? 'cvh-text cvh-emoji' : 'cvh-text'} dir="auto">
      {subject === undefined ? null : <p class="cvh-bold">{subject}</p>}
      {preview && <Preview preview={preview} />}
      <p class="cvh-words">
        {text.trim() === '' ? <span class="cvh-pale">(no text)</span> : <StyledText text={text} spans={spans?.text} />}
        {footer === undefined && children}
      </p>
      {footer === undefined ? null : (
        <p class="cvh-footer">
          <StyledText text={footer} spans={spans?.footer} />
          {children}
        </p>
      )}
    </div>
  );
}

/** The page is not fetched: its host stands for it. */
function Preview({ preview }: { preview: LinkPreview }): JSX.Element {
  return (
    <div class="cvh-preview">
      <Icon name="web" />
      <span>{hostOf(preview.url)}</span>
    </div>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
