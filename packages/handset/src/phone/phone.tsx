import type { RenderedSender } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { lookOf } from '../channel-look.ts';
import { type MediaUrl, PhoneProvider } from '../internal/phone-context.ts';
import { dockedChoices } from '../thread/docked-choices.ts';
import { Thread } from '../thread/thread.tsx';
import type { PhoneCallbacks, ThreadEntry } from '../thread-entry.ts';
import { ChipDock } from './chip-dock.tsx';
import { type PhoneAction, PhoneComposer } from './phone-composer.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { Sheet } from './sheet.tsx';
import { StatusBar } from './status-bar.tsx';
import { usePhoneContext } from './use-phone-context.ts';
import { useSheet } from './use-sheet.ts';

export interface PhoneProps extends PhoneCallbacks {
  /** Such as `WHATSAPP`; one that is not known is drawn plainly. */
  channel: string;
  /** Oldest first. */
  entries: readonly ThreadEntry[];
  /** Who the phone's owner writes with. Default: the sender that the newest message names, else "Business". */
  business?: Pick<RenderedSender, 'name' | 'pictureUrl' | 'verified'> | undefined;
  /** Whose phone it is, for those who do not see it: "WhatsApp-like phone of Anna". */
  owner?: string | undefined;
  /** Default: as the page. */
  scheme?: 'light' | 'dark' | undefined;
  /** Whose look a channel has that both kinds of phones have: SMS and MMS. Default: `ios`. */
  os?: 'android' | 'ios' | undefined;
  /** Is the business writing? */
  typing?: boolean | undefined;
  mediaUrl?: MediaUrl | undefined;
  /** What else than a text can be sent from the phone. */
  actions?: readonly PhoneAction[] | undefined;
  /** Is it told below a message how sure its drawing is, and what was changed? Default: true. */
  notes?: boolean | undefined;
}

/**
 * A phone with a thread, as the channel's app shows it. Own drawing: an approximation, on purpose without logos.
 *
 * Nothing is fetched, unless `mediaUrl` gives an address for it. What messages hold becomes text, and links to http, https, mailto and tel.
 */
export function Phone(props: PhoneProps): JSX.Element {
  const { entries, scheme } = props;
  const { sheet, openSheet, root } = useSheet();
  const context = usePhoneContext({ ...props, openSheet });
  const { look } = context;
  const business = senderOf(props);
  const os = look.os === 'either' ? (props.os ?? 'ios') : look.os;
  return (
    <PhoneProvider value={context}>
      <div
        class={`cvh-phone cvh-${os}${scheme === undefined ? '' : ` cvh-${scheme}`}`}
        role="group"
        aria-label={labelOf(props)}
        dir="ltr"
        data-look={look.name}
      >
        <div class="cvh-frame">
          <div class="cvh-screen" ref={root}>
            <div class="cvh-app" inert={sheet !== undefined}>
              <StatusBar time={entries.at(-1)?.time} />
              <PhoneHeader {...business} />
              <Thread entries={entries} business={business.name} pictureUrl={business.pictureUrl} typing={props.typing} />
              <ChipDock docked={dockedChoices(entries)} />
              <PhoneComposer business={business.name} actions={props.actions} />
            </div>
            {sheet !== undefined && <Sheet sheet={sheet} />}
          </div>
        </div>
        <p class="cvh-caption">{look.caption}</p>
      </div>
    </PhoneProvider>
  );
}

function senderOf({ business, entries }: PhoneProps): { name: string } & NonNullable<PhoneProps['business']> {
  const told = entries.findLast(({ rendered }) => rendered.direction === 'TO_CONTACT' && rendered.sender !== undefined)?.rendered.sender;
  const sender = { ...told, ...business };
  return { ...sender, name: sender.name === undefined || sender.name === '' ? 'Business' : sender.name };
}

function labelOf({ channel, owner }: PhoneProps): string {
  const phone = `${lookOf(channel).caption} phone`;
  return owner === undefined ? phone : `${phone} of ${owner}`;
}
