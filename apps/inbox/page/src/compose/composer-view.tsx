import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ConversationView } from '../../../src/api/contract.ts';
import { clock } from '../state/clock.ts';
import type { Thread } from '../state/thread.ts';
import { channelName } from '../state/words.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import type { Composer } from './composer.ts';
import { KINDS, type Kind } from './draft.ts';
import { KindFields } from './kind-fields.tsx';
import { Preview } from './preview.tsx';
import { problemFinder } from './problem-finder.ts';
import { type Reach, reachOf } from './reach.ts';
import { ReachNotes } from './reach-notes.tsx';
import { toMessage } from './to-message.ts';

interface ComposerViewProps {
  thread: Thread;
  composer: Composer;
  view: ConversationView;
}

const KIND_WORDS: Readonly<Record<Kind, { label: string; icon: IconName }>> = {
  text: { label: 'Text', icon: 'text' },
  note: { label: 'Note', icon: 'note' },
  template: { label: 'Template', icon: 'template' },
  media: { label: 'Media', icon: 'media' },
  card: { label: 'Card', icon: 'card' },
  choice: { label: 'Choices', icon: 'choice' },
  carousel: { label: 'Carousel', icon: 'carousel' },
  list: { label: 'List', icon: 'list' },
  location: { label: 'Location', icon: 'location' },
};

/** Where an answer is written: of any kind, with what is wrong at its field, and how the contact will see it. */
export function ComposerView({ thread, composer, view }: ComposerViewProps): JSX.Element {
  const draft = composer.draft.value;
  const isNote = draft.kind === 'note';
  const isForm = draft.kind !== 'text' && !isNote;
  const hasTried = useSignal('');
  const isPreviewOpen = useSignal(false);
  const made = useMemo(() => toMessage(draft), [draft]);
  const message = 'message' in made ? made.message : undefined;
  const reach = reachOf(view, draft.channel, isNote ? undefined : message, clock.value);
  const blocked = isNote ? undefined : blockedBy(reach, message !== undefined);
  const problemAt = problemFinder({
    made: hasTried.value === draft.kind || draft.kind === 'text' ? made : undefined,
    issues: [...reach.issues, ...composer.issues.value],
  });
  const isBusy = composer.isSending.value;
  const submit = (): void => {
    hasTried.value = draft.kind;
    if (message === undefined || blocked !== undefined || isBusy) return;
    hasTried.value = '';
    void composer.submit(message);
  };
  return (
    <form
      class={isNote ? 'composer is-note' : 'composer'}
      aria-label="Answer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="kinds" role="group" aria-label="Kind of message">
        {KINDS.map((kind) => (
          <button key={kind} type="button" class="kind" aria-pressed={draft.kind === kind} onClick={() => composer.change({ kind })}>
            <Icon name={KIND_WORDS[kind].icon} />
            {KIND_WORDS[kind].label}
          </button>
        ))}
      </div>
      <div class={isForm || (isPreviewOpen.value && !isNote) ? 'compose-body with-preview' : 'compose-body'}>
        <fieldset class="compose-fields" disabled={isBusy && isForm}>
          <legend class="visually-hidden">{KIND_WORDS[draft.kind].label}</legend>
          <KindFields thread={thread} composer={composer} view={view} channels={reach.channels} problemAt={problemAt} onSubmit={submit} />
        </fieldset>
        {(isForm || (isPreviewOpen.value && !isNote)) && <Preview message={message} channels={reach.channels} template={draft.template} />}
      </div>
      {!isNote && <ReachNotes reach={reach} hasMessage={message !== undefined} composer={composer} />}
      <div class="compose-foot">
        {!isNote && <ChannelSelect composer={composer} view={view} />}
        {draft.kind === 'text' && (
          <button
            type="button"
            class="button small quiet"
            aria-pressed={isPreviewOpen.value}
            onClick={() => {
              isPreviewOpen.value = !isPreviewOpen.value;
            }}
          >
            <Icon name="eye" />
            Preview
          </button>
        )}
        <span class="grow" />
        <button type="submit" class="button main-action send" disabled={isBusy || blocked !== undefined}>
          <Icon name={isNote ? 'note' : 'send'} />
          {isBusy ? 'Sending…' : isNote ? 'Add note' : 'Send'}
        </button>
      </div>
    </form>
  );
}

/** An empty field blocks nothing by itself; a closed channel does, before somebody writes a page in vain. */
function blockedBy({ blocked, needsTemplate }: Reach, hasMessage: boolean): string | undefined {
  return hasMessage || needsTemplate ? blocked : undefined;
}

function ChannelSelect({ composer, view }: { composer: Composer; view: ConversationView }): JSX.Element {
  const channels = [...new Set(view.addresses.map(({ channel }) => channel))];
  const { channel } = composer.draft.value;
  return (
    <select
      class="channel-select"
      aria-label="Send on"
      value={channel}
      onInput={({ currentTarget }) => composer.change({ channel: currentTarget.value })}
    >
      <option value="" selected={channel === ''}>
        Any channel
      </option>
      {channels.map((one) => (
        <option key={one} value={one} selected={one === channel}>
          {`Only ${channelName(one)}`}
        </option>
      ))}
    </select>
  );
}
