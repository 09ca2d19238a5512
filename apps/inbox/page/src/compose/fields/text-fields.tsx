import { countSms } from '@convapi/message-builder';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedReply } from '../../../../src/api/contract.ts';
import { useDesk, useSession } from '../../state/desk.ts';
import { count } from '../../state/words.ts';
import { fillPlaceholders } from '../fill-placeholders.ts';
import type { KindFieldsProps } from '../kind-fields-props.ts';
import { findReplies, ReplyList } from './reply-list.tsx';

/** A touch keyboard has no Shift+Enter: there Enter starts a line, and the button sends. */
const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)');

const MOST_HEIGHT_PX = 220;

/** The field for an answer or a note. After a `/` it offers saved replies. */
export function TextFields({
  composer,
  view,
  channels,
  problemAt,
  onSubmit,
  kind,
}: KindFieldsProps & { kind: 'text' | 'note' }): JSX.Element {
  const { savedReplies } = useDesk();
  const { agent } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const chosen = useSignal(0);
  const areRepliesClosed = useSignal(false);
  const text = composer.draft.value[kind];
  const replies = kind === 'text' && !areRepliesClosed.value ? findReplies(savedReplies.value, text) : [];
  const problem = problemAt(kind, kind === 'text' ? 'text_message' : undefined);
  useLayoutEffect(() => grow(field.current), [text]);
  useEffect(() => {
    chosen.value = 0;
  }, [replies.length]);

  const put = (reply: SavedReply): void => {
    const contact = { name: view.name, address: view.channelIdentity };
    composer.change({ text: fillPlaceholders(reply.text, { contact, agent }) });
    field.current?.focus();
  };
  const replyKeys: ReplyKeys = {
    step: (by) => {
      chosen.value = (chosen.value + by + replies.length) % replies.length;
    },
    take: () => {
      const reply = replies[chosen.value];
      if (reply) put(reply);
    },
    close: () => {
      areRepliesClosed.value = true;
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // a word of an input method is not finished yet
    if (event.isComposing) return;
    if (replies.length > 0 && onReplyKey(event, replyKeys)) event.preventDefault();
    else if (event.key === 'Escape') field.current?.blur();
    else if (isSendKey(event)) {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    <>
      <div class="text-place">
        {replies.length > 0 && <ReplyList replies={replies} chosen={chosen.value} onTake={put} />}
        <textarea
          id="composer-text"
          ref={field}
          rows={1}
          dir="auto"
          aria-label={kind === 'note' ? 'Note for the team' : 'Message'}
          aria-describedby="composer-about"
          aria-invalid={problem !== undefined}
          placeholder={kind === 'note' ? 'Write a note: the contact does not see it' : 'Write a message, or / for a saved reply'}
          value={text}
          onInput={({ currentTarget }) => {
            areRepliesClosed.value = false;
            composer.change({ [kind]: currentTarget.value });
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p id="composer-about" class={problem === undefined ? 'text-about' : 'text-about field-problem'}>
        {problem ??
          (text === ''
            ? hasKeyboard.matches
              ? 'Enter sends, Shift+Enter starts a new line'
              : ''
            : lengthOf(text, kind === 'text' && channels.includes('SMS')))}
      </p>
    </>
  );
}

function isSendKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey || (hasKeyboard.matches && !shiftKey));
}

interface ReplyKeys {
  step(by: number): void;
  take(): void;
  close(): void;
}

function onReplyKey({ key, shiftKey }: KeyboardEvent, { step, take, close }: ReplyKeys): boolean {
  if (key === 'ArrowDown') step(1);
  else if (key === 'ArrowUp') step(-1);
  else if ((key === 'Enter' && !shiftKey) || key === 'Tab') take();
  else if (key === 'Escape') close();
  else return false;
  return true;
}

function lengthOf(text: string, isSms: boolean): string {
  const characters = count([...text].length, 'character');
  if (!isSms) return characters;
  const { segments, encoding, unitsLeft } = countSms(text);
  return `${characters} · ${count(segments, 'SMS', 'SMS')} (${encoding}), ${unitsLeft} left in the last`;
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight + 2, MOST_HEIGHT_PX)}px`;
}
