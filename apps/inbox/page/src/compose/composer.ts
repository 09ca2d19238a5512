import type { AppMessage } from '@convapi/core';
import type { CheckIssue } from '@convapi/message-builder';
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Thread } from '../state/thread.ts';
import { type Attempt, clearKind, type Draft, EMPTY_DRAFT, isAllEmpty } from './draft.ts';
import { createDraftStore } from './drafts.ts';

/** What is written in one conversation, and goes there. */
export interface Composer {
  draft: ReadonlySignal<Draft>;
  isSending: ReadonlySignal<boolean>;
  /** What the inbox had against the message that was sent last. */
  issues: ReadonlySignal<readonly CheckIssue[]>;
  change(part: Partial<Draft>): void;
  /** Sends what is written, which is `message`. A text leaves its field at once; it comes back when it could not be sent. */
  submit(message: AppMessage): Promise<void>;
  /** The conversation became part of another: what is written goes on there, where nothing is written yet. */
  moveTo(other: Composer): void;
  /** Takes over what was written elsewhere. Nobody types here: nobody is told so. */
  adopt(words: Draft): void;
  forget(): void;
}

interface ComposerParts {
  thread: Thread;
  agentId: string;
  /** Something could not be sent while nobody looked at this conversation. */
  onUnseenFailure(detail: string): void;
}

export function createComposer({ thread, agentId, onUnseenFailure }: ComposerParts): Composer {
  const kept = createDraftStore(agentId, thread.id);
  const draft = signal(kept.read());
  const isSending = signal(false);
  const issues = signal<readonly CheckIssue[]>([]);

  const set = (next: Draft): void => {
    draft.value = next;
    kept.write(next);
  };

  // what was given back may have arrived after all: then it is in the thread, and not to be sent once more
  effect(() => {
    const { attempt } = draft.value;
    if (attempt === undefined || isSending.value || !thread.messages.value.some(({ id }) => id === attempt.id)) return;
    const { attempt: _, ...rest } = draft.value;
    set({ ...rest, text: withoutStart(rest.text, attempt.text) });
  });

  const send = async (now: Draft, message: AppMessage): Promise<void> => {
    const { kind, channel } = now;
    const content = JSON.stringify([kind, channel, message]);
    const id = now.attempt?.content === content ? now.attempt.id : crypto.randomUUID();
    const attempt: Attempt = { id, content, ...(kind === 'text' ? { text: now.text } : {}) };
    batch(() => {
      isSending.value = true;
      issues.value = [];
      set({ ...(kind === 'text' || kind === 'note' ? clearKind(now, kind) : now), attempt });
    });
    const answer =
      kind === 'note'
        ? await thread.addNote(id, now.note)
        : await thread.send({ id, message, ...(channel === '' ? {} : { channel }) }, kind === 'text' ? now.text : '');
    batch(() => {
      isSending.value = false;
      const { attempt: _, ...rest } = draft.value;
      if (answer.ok) return set({ ...clearAfter(rest, kind), kind: kind === 'text' || kind === 'note' ? rest.kind : 'text' });
      issues.value = answer.problem.issues ?? [];
      // without an answer nobody knows: the same words keep their id
      set({ ...giveBack(rest, now), ...(answer.status === 0 ? { attempt } : {}) });
      onUnseenFailure(answer.problem.detail);
    });
  };

  return {
    draft,
    isSending,
    issues,
    change(part) {
      batch(() => {
        issues.value = [];
        thread.dismissProblem();
        set({ ...draft.value, ...part });
      });
      if ('text' in part || 'note' in part) thread.tellTyping();
    },
    submit: (message) => (isSending.value ? Promise.resolve() : send(draft.value, message)),
    moveTo(other) {
      if (!isAllEmpty(draft.value)) other.adopt(draft.value);
    },
    adopt(words) {
      if (isAllEmpty(draft.value)) set(words);
    },
    forget: () => set(EMPTY_DRAFT),
  };
}

/** Text and note were cleared when they left; whatever stands there now was written since. */
function clearAfter(draft: Draft, kind: Draft['kind']): Draft {
  return kind === 'text' || kind === 'note' ? draft : clearKind(draft, kind);
}

function giveBack(now: Draft, sent: Draft): Draft {
  if (sent.kind === 'text') return { ...now, text: joinLines(sent.text, now.text) };
  return sent.kind === 'note' ? { ...now, note: joinLines(sent.note, now.note) } : now;
}

function joinLines(first: string, second: string): string {
  return second === '' ? first : `${first}\n${second}`;
}

function withoutStart(text: string, start: string | undefined): string {
  return start !== undefined && text.startsWith(start) ? text.slice(start.length).replace(/^\n/, '') : text;
}
