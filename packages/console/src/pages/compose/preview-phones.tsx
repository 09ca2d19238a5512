import type { AppMessage } from '@convapi/core';
import { Phone } from '@convapi/handset';
import '@convapi/handset/styles.css';
import { type RenderChannel, render } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { ScrollRegion } from '../../ui/scroll-region.tsx';

interface PreviewPhonesProps {
  message: AppMessage;
  channels: readonly string[];
  /** Of the app. */
  name: string;
}

/** The message as each channel of the app will show it. Nothing is sent. */
export function PreviewPhones({ message, channels, name }: PreviewPhonesProps): JSX.Element {
  return (
    <ScrollRegion class="phones in-row" label="Previews">
      {channels.map((channel) => (
        <div class="phone" key={channel}>
          <Phone
            channel={channel}
            business={name === '' ? undefined : { name }}
            entries={[{ id: 'preview', rendered: render(message, channel as RenderChannel) }]}
          />
        </div>
      ))}
    </ScrollRegion>
  );
}
