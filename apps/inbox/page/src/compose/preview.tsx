import type { AppMessage } from '@convapi/core';
import { MessageView as Drawing } from '@convapi/handset';
import { type RenderChannel, render } from '@convapi/message-builder';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { channelName } from '../state/words.ts';
import { throughInbox } from '../thread/through-inbox.ts';
import type { TemplateDraft } from './draft.ts';
import { translationOf } from './template-list.ts';

interface PreviewProps {
  message: AppMessage | undefined;
  channels: readonly string[];
  template: TemplateDraft;
}

/** How the contact will see it, on the channels that are tried. */
export function Preview({ message, channels, template }: PreviewProps): JSX.Element {
  const chosen = useSignal('');
  const channel = channels.includes(chosen.value) ? chosen.value : (channels[0] ?? 'SMS');
  return (
    <section class="preview" aria-label="Preview">
      <div class="segments small" role="group" aria-label="Preview on">
        {channels.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === channel}
            onClick={() => {
              chosen.value = one;
            }}
          >
            {channelName(one)}
          </button>
        ))}
      </div>
      {message === undefined ? (
        <p class="soft small">Nothing to show yet.</p>
      ) : (
        <Drawing
          rendered={render(message, channel as RenderChannel, { translation: translationOf(template) })}
          mediaUrl={throughInbox}
          still
        />
      )}
    </section>
  );
}
