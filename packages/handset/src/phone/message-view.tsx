import type { RenderedMessage } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { lookOf } from '../channel-look.ts';
import { type MediaUrl, PhoneProvider } from '../internal/phone-context.ts';
import { InlineKeys } from '../parts/inline-keys.tsx';
import { Bubble } from '../thread/bubble.tsx';
import { dockedChoices } from '../thread/docked-choices.ts';
import { isUnsure, RenderNote } from '../thread/render-note.tsx';
import { toBlocks } from '../thread/to-blocks.ts';
import type { PhoneCallbacks } from '../thread-entry.ts';
import { Sheet } from './sheet.tsx';
import { useSheet } from './use-sheet.ts';

export interface MessageViewProps extends Pick<PhoneCallbacks, 'onTap'> {
  /** What `render` of `@convapi/message-builder` says. Its channel decides the look. */
  rendered: RenderedMessage;
  /** Message id, for {@link PhoneCallbacks.onTap}. Default: empty. */
  id?: string | undefined;
  /** Default: as the page. */
  scheme?: 'light' | 'dark' | undefined;
  mediaUrl?: MediaUrl | undefined;
  /** Is it told below the message how sure its drawing is, and what was changed? Default: true. */
  notes?: boolean | undefined;
}

/** One message in the look of its channel, without a phone around it: for a preview while writing, and for lists of an own layout. */
export function MessageView({ rendered, id = '', scheme, mediaUrl, notes = true, onTap }: MessageViewProps): JSX.Element {
  const { sheet, openSheet, root } = useSheet();
  const look = lookOf(rendered.channel);
  const docked = dockedChoices([{ id, rendered }]);
  const side = rendered.direction === 'TO_APP' ? 'cvh-own' : 'cvh-business';
  const os = look.os === 'either' ? 'ios' : look.os;
  return (
    <PhoneProvider value={{ look, mediaUrl, notes, openSheet, onTap }}>
      <div
        ref={root}
        class={`cvh-phone cvh-loose cvh-${os}${scheme === undefined ? '' : ` cvh-${scheme}`}`}
        dir="ltr"
        data-look={look.name}
      >
        <div class={`cvh-item cvh-first cvh-last ${side}`} inert={sheet !== undefined}>
          <div class="cvh-column">
            <div class="cvh-blocks">
              {toBlocks(rendered.parts).map((block, index) => (
                <Bubble key={index} block={block} entryId={id} isUnsure={isUnsure(rendered)} />
              ))}
            </div>
            {docked && <InlineKeys choices={docked.choices} entryId={id} />}
            <RenderNote rendered={rendered} />
          </div>
        </div>
        {sheet !== undefined && <Sheet sheet={sheet} />}
      </div>
    </PhoneProvider>
  );
}
