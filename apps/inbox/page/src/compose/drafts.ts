import { readStored, store } from '../state/storage.ts';
import { type Draft, EMPTY_DRAFT, isAllEmpty } from './draft.ts';

/** What somebody writes in a conversation, over reloads, in this browser. */
export interface DraftStore {
  read(): Draft;
  write(draft: Draft): void;
}

/** Each person at a shared machine has drafts of their own. */
export function createDraftStore(agentId: string, conversationId: string): DraftStore {
  const key = `inbox.draft.${agentId}.${conversationId}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(readStored(key) ?? '{}');
        return { ...EMPTY_DRAFT, ...(kept as Partial<Draft>) };
      } catch {
        return EMPTY_DRAFT;
      }
    },
    write: (draft) => store(key, isAllEmpty(draft) && draft.attempt === undefined ? null : JSON.stringify(draft)),
  };
}
