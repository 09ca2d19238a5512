import type { RenderedMessage } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { type MediaUrl, PhoneProvider } from '../internal/phone-context.ts';
import { Bubble } from '../thread/bubble.tsx';
import { dockedChoices } from '../thread/docked-choices.ts';
import { isUnsure, RenderNote } from '../thread/render-note.tsx';
import { toBlocks } from '../thread/to-blocks.ts';
import type { PhoneCallbacks } from '../thread-entry.ts';
import { ChipDock } from './chip-dock.tsx';
import { Sheet } from './sheet.tsx';
import { usePhoneContext } from './use-phone-context.ts';
import { useSheet } from './use-sheet.ts';

/** Properties of {@link MessageView}. */
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
  /** Are its choices only shown? Nothing can be tapped then but what leads to an address. Default: false. */
  still?: boolean | undefined;
}

/** One message in the look of its channel, without a phone around it: for a preview while writing, and for lists of an own layout. */
export function MessageView({ rendered, id = '', scheme, ...given }: MessageViewProps): JSX.Element {
  const { sheet, openSheet, root } = useSheet();
  const context = usePhoneContext({ ...given, channel: rendered.channel, openSheet });
  const { look } = context;
  const side = rendered.direction === 'TO_APP' ? 'cvh-own' : 'cvh-business';
  const os = look.os === 'either' ? 'ios' : look.os;
  return (
    <PhoneProvider value={context}>
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
            <RenderNote rendered={rendered} />
          </div>
        </div>
        <ChipDock docked={dockedChoices([{ id, rendered }])} />
        {sheet !== undefined && <Sheet sheet={sheet} />}
      </div>
    </PhoneProvider>
  );
}
