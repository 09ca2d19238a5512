import type { JSX } from 'preact';
import type { ConversationView, MessageView } from '../../../src/api/contract.ts';
import type { Composer } from '../compose/composer.ts';
import { addressesFor } from '../compose/reach.ts';
import type { Thread } from '../state/thread.ts';
import { channelName } from '../state/words.ts';

interface FailureActionsProps {
  thread: Thread;
  composer: Composer;
  view: ConversationView;
  message: MessageView;
}

/** What can be done with a message that did not arrive: once more, on another channel, or its words back into the field. */
export function FailureActions({ thread, composer, view, message }: FailureActionsProps): JSX.Element | null {
  const { status, resentAs } = message;
  if (message.direction !== 'out' || resentAs !== undefined || !['failed', 'unsent', 'unsure'].includes(status)) return null;
  // one that may have left might arrive twice elsewhere
  const others = status === 'unsure' ? [] : addressesFor(view, '').filter(({ channel }) => channel !== message.channel);
  const words = (message.message as { text_message?: { text?: string } } | undefined)?.text_message?.text;
  return (
    <div class="failure-actions">
      <button type="button" class="button small" onClick={() => void thread.sendAgain(message.id)}>
        {status === 'unsure' ? 'Look, and send if it did not leave' : 'Send again'}
      </button>
      {others.map(({ channel, optedOut }) => (
        <button
          key={channel}
          type="button"
          class="button small"
          disabled={optedOut}
          onClick={() => void thread.sendAgain(message.id, channel)}
        >
          {`Send on ${channelName(channel)}`}
        </button>
      ))}
      {words !== undefined && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            const { text } = composer.draft.peek();
            composer.change({ kind: 'text', text: text === '' ? words : `${words}\n${text}` });
            requestAnimationFrame(() => document.getElementById('composer-text')?.focus());
          }}
        >
          Edit
        </button>
      )}
    </div>
  );
}
