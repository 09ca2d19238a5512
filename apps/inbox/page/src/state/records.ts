import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChangeConversation, ConversationView } from '../../../src/api/contract.ts';
import { withoutTurning } from './words.ts';

/** A conversation as it is shown: what the inbox said, and on it what is on its way there. */
export interface ConversationRecord {
  id: string;
  shown: ReadonlySignal<ConversationView | undefined>;
  /** The inbox said so. */
  put(view: ConversationView): void;
  /** Shows a change before the inbox has it. The returned function takes it off again: it is kept, or it failed. */
  expect(change: Expected): () => void;
}

/** What a page may show before the inbox has it. */
export type Expected = ChangeConversation & { unread?: 0 };

export interface Records {
  /** The one record of a conversation: the list and the open thread show the same. */
  of(id: string): ConversationRecord;
  put(view: ConversationView): void;
  forget(id: string): void;
}

export function createRecords(): Records {
  const records = new Map<string, ConversationRecord>();
  const of = (id: string): ConversationRecord => {
    const known = records.get(id);
    if (known) return known;
    const made = createRecord(id);
    records.set(id, made);
    return made;
  };
  return {
    of,
    put: (view) => of(view.id).put(view),
    forget: (id) => {
      records.delete(id);
    },
  };
}

function createRecord(id: string): ConversationRecord {
  const said = signal<ConversationView | undefined>(undefined);
  const expected = signal<readonly Expected[]>([]);
  return {
    id,
    shown: computed(() => said.value && expected.value.reduce(applyChange, said.value)),
    put(view) {
      // an answer about another conversation is never shown as this one
      if (view.id === id) said.value = withPlainWords(view);
    },
    expect(change) {
      expected.value = [...expected.value, change];
      return () => {
        expected.value = expected.value.filter((one) => one !== change);
      };
    },
  };
}

/** Names and summaries come from strangers, and stand in one line with words of the page. */
function withPlainWords(view: ConversationView): ConversationView {
  const last = view.last && { ...view.last, summary: withoutTurning(view.last.summary) };
  return { ...view, name: withoutTurning(view.name), last };
}

function applyChange(view: ConversationView, change: Expected): ConversationView {
  const { name, ...rest } = change;
  if (name === undefined) return { ...view, ...rest };
  return { ...view, ...rest, name: name === '' ? view.channelIdentity : name, named: name !== '' };
}
